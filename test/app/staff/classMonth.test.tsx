/** A class's register of a month as staff see it, and how a mark came about. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type {
  AttendanceColumn,
  AttendanceRow,
  ClassMonth,
  RecordHistory,
} from '../../../src/portal/http/reportTypes.ts';
import { json, nowMs, openStaff, type StubPortal } from './stubPortal.tsx';

const none = {
  present: 0,
  late: 0,
  leftEarly: 0,
  excused: 0,
  absent: 0,
  notTaken: 0,
  expected: 0,
  visitors: 0,
  total: 0,
};
const column = (number: number, date: string, total: number): AttendanceColumn => ({
  session: `choir~${number}`,
  number,
  date,
  start: '09:00',
  minutes: 90,
  topic: null,
  status: 'held',
  closedAt: null,
  counts: { ...none, total },
});
const row = (id: string, name: string, birthYear: number, marks: AttendanceRow['marks']): AttendanceRow => {
  const attended = marks.filter((mark) => mark === 'present' || mark === 'late').length;
  return { learner: { id, name, birthYear, card: null }, isEnrolled: true, marks, attended, minutes: attended * 90 };
};
const november: ClassMonth = {
  facility: { id: '110116211-01', zh: '长哨营学习驿站', en: 'Changshaoying', district: '110116' },
  class: {
    id: 'choir',
    course: { id: 'c', zh: '老年合唱', en: 'Choir' },
    title: null,
    teacher: null,
    room: null,
    term: '2026-2',
    status: 'open',
  },
  month: '2026-11',
  months: ['2026-10', '2026-11'],
  columns: [column(9, '2026-11-19', 2), column(10, '2026-11-23', 1)],
  rows: [
    row('l1', '王伟', 1958, ['present', 'late']),
    row('l2', '王伟', 1962, ['absent', null]),
    row('l3', '李䶮', 1970, ['present', null]),
  ],
};
const history: RecordHistory = {
  entries: [
    {
      ms: nowMs - 7_200_000,
      receivedAt: nowMs,
      device: '10',
      label: '教室平板',
      by: '1',
      field: 'deleted',
      to: false,
      refused: null,
    },
    {
      ms: nowMs - 7_200_000,
      receivedAt: nowMs,
      device: '10',
      label: '教室平板',
      by: '1',
      field: 'session',
      to: 'choir~10',
      refused: null,
    },
    {
      ms: nowMs - 7_200_000,
      receivedAt: nowMs,
      device: '10',
      label: '教室平板',
      by: '1',
      field: 'status',
      to: 'absent',
      refused: null,
    },
    {
      ms: nowMs - 3_600_000,
      receivedAt: nowMs,
      device: '11',
      label: '办公室电脑',
      by: '1',
      field: 'status',
      from: 'absent',
      to: 'late',
      refused: null,
    },
  ],
  truncated: false,
};

const path = '/api/classes/110116211-01/choir/attendance';
const openMonth = (prepare?: (portal: StubPortal) => void) =>
  openStaff('/staff/facilities/110116211-01/classes/choir', (portal) => {
    portal.replies.set(`GET ${path}`, json(november));
    prepare?.(portal);
  });

test('counts participations and learners apart, and tells namesakes apart', async () => {
  openMonth();
  const table = await screen.findByRole('table', { name: '老年合唱 · 2026年11月' });
  expect(document.querySelector('[data-figure="participations"]')?.textContent).toContain('3');
  expect(document.querySelector('[data-figure="learners"]')?.textContent).toContain('2');
  const names = within(table).getAllByRole('rowheader');
  expect(names.map((name) => name.textContent)).toEqual(['王伟1958 年生', '王伟1962 年生', '李䶮', '在场']);
  expect(within(table).getAllByRole('row').at(-1)?.textContent).toBe('在场213');
});

test('a cell opens the history of its mark: newest first, who, when, on which device, from what to what', async () => {
  const portal = openMonth((made) =>
    made.replies.set('GET /api/facilities/110116211-01/history?kind=attendance&id=choir%7E10%2Bl1', json(history)),
  );
  fireEvent.click(await screen.findByRole('button', { name: '王伟，11月23日：迟到' }));
  const sheet = await screen.findByRole('dialog');
  const lines = await within(sheet).findAllByRole('listitem');
  expect(lines.map((line) => line.textContent)).toEqual([
    '状态：缺席 → 迟到10:00 · 设备“办公室电脑” · 操作人 1 · 门户 11:00 收到',
    '状态：缺席09:00 · 设备“教室平板” · 操作人 1 · 门户 11:00 收到',
  ]);
  expect(portal.asked.filter((each) => each.includes('/history?'))).toHaveLength(1);
});

test('a cell that was never marked says so, without an alarm', async () => {
  openMonth();
  fireEvent.click(await screen.findByRole('button', { name: '李䶮，11月23日：未点' }));
  expect(await screen.findByText('这次没有给这位学员点过名。')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('another month is asked for and stands in the address', async () => {
  const portal = openMonth((made) =>
    made.replies.set(`GET ${path}?month=2026-10`, json({ ...november, month: '2026-10', columns: [], rows: [] })),
  );
  const month = await screen.findByLabelText<HTMLSelectElement>('月份');
  month.selectedIndex = 0;
  fireEvent.change(month);
  expect(await screen.findByText('这个月没有课次。')).toBeTruthy();
  expect(location.search).toBe('?month=2026-10');
  await waitFor(() => expect(portal.asked.at(-1)).toBe(`GET ${path}?month=2026-10`));
});
