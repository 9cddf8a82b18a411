/** One facility: its devices, a code for a new one, its classes, and what needs care. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { ClassLine, FacilityDetail } from '../../../src/portal/http/reportTypes.ts';
import { huairou, json, noLink, nowMs, openStaff, refusal, type StubPortal, tablet } from './stubPortal.tsx';

const address = '/staff/facilities/110116211-01';
const api = '/api/facilities/110116211-01';
const [health] = huairou.facilities;
if (!health) throw new Error('the sample city has facilities');

const detail: FacilityDetail = {
  facility: { ...health, address: '长哨营大街1号', contactPerson: null },
  from: '2026-11-17',
  to: '2026-12-01',
  sessions: [],
  clashes: [
    {
      facility: health.id,
      kind: 'attendance',
      id: 'choir~9+l1',
      field: 'status',
      kept: 'present',
      keptDevice: '10',
      keptMs: nowMs - 3_600_000,
      other: 'absent',
      otherDevice: '11',
      otherMs: nowMs - 7_200_000,
      at: nowMs,
    },
  ],
  refused: [
    {
      facility: health.id,
      device: '11',
      n: 40,
      kind: 'enrolment',
      id: 'choir+l9',
      fields: { status: 'active' },
      by: '1',
      problem: 'unknown-reference',
      at: nowMs,
    },
  ],
};
const choir: ClassLine = {
  id: 'choir',
  course: { id: 'c', zh: '老年合唱', en: 'Choir' },
  title: null,
  teacher: '赵老师',
  room: null,
  term: '2026-2',
  starts: '2026-09-01',
  status: 'open',
  capacity: 40,
  enrolled: 28,
  waiting: 0,
  sessions: { taken: 9, open: 7, cancelled: 1 },
  participations: 199,
  nextDate: '2026-11-26',
  months: ['2026-11'],
};

function openFacility(prepare?: (portal: StubPortal) => void) {
  return openStaff(address, (portal) => {
    portal.replies.set(`GET ${api}`, json(detail));
    portal.replies.set(`GET ${api}/devices`, json({ devices: [tablet] }));
    portal.replies.set(`GET ${api}/classes`, json({ facility: health, classes: [choir] }));
    prepare?.(portal);
  });
}

const revokeRequest = 'POST /api/devices/10/revoke';
const openRevoke = async () => fireEvent.click(await screen.findByRole('button', { name: '停用 教室平板' }));

describe('devices', () => {
  test('say when they were in contact, what waits on them, and how their clocks are', async () => {
    openFacility();
    const row = (await screen.findByRole('button', { name: '停用 教室平板' })).closest('li');
    expect(row?.textContent).toContain('上次联系 昨天 · 7 条待上报 · 时钟快 3 分钟 · 版本 0.1.0');
  });

  test('are revoked only after one said yes, knowing what has not been sent', async () => {
    const portal = openFacility();
    await openRevoke();
    const sheet = await screen.findByRole('dialog', { name: '停用“教室平板”？' });
    expect(sheet.textContent).toContain('还有 7 条没有上报');
    expect(portal.asked).not.toContain(revokeRequest);
    portal.replies.set(revokeRequest, json({ revoked: true }));
    portal.replies.set(`GET ${api}/devices`, json({ devices: [{ ...tablet, status: 'revoked' }] }));
    fireEvent.click(within(sheet).getByRole('button', { name: '停用这台设备' }));
    expect(await screen.findByText('已停用')).toBeTruthy();
    expect(await screen.findByText('“教室平板”已停用')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^停用/ })).toBeNull();
  });

  test('stay as they are when one thinks better of it, or when the portal cannot be reached', async () => {
    const portal = openFacility((made) => made.replies.set(revokeRequest, noLink));
    await openRevoke();
    fireEvent.click(await screen.findByRole('button', { name: '取消' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(portal.asked).not.toContain(revokeRequest);
    await openRevoke();
    fireEvent.click(await screen.findByRole('button', { name: '停用这台设备' }));
    expect(await screen.findByText('联系不上门户')).toBeTruthy();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});

test('an enrolment code is made on request, large, with its end and the address that carries it', async () => {
  const portal = openFacility((made) =>
    made.replies.set(`POST ${api}/enrolment-codes`, json({ code: 'K7QM 2P9X 4WD', expiresAt: nowMs + 72 * 3_600_000 })),
  );
  fireEvent.click(await screen.findByRole('button', { name: '生成登记码' }));
  expect(await screen.findByText('K7QM 2P9X 4WD')).toBeTruthy();
  expect(screen.getByText('11月27日 11:00 以前有效')).toBeTruthy();
  const link = screen.getByRole('link', { name: /enrol/ });
  expect(link.getAttribute('href')).toBe('/enrol?code=K7QM2P9X4WD');
  expect(portal.bodies.at(-1)).toEqual({});
});

test('classes say who is enrolled, how many were held of those planned, and lead to the register', async () => {
  openFacility();
  const link = await screen.findByRole('link', { name: '老年合唱' });
  expect(link.getAttribute('href')).toBe('/staff/facilities/110116211-01/classes/choir');
  const cells = [...(link.closest('tr')?.children ?? [])].map((cell) => cell.textContent);
  expect(cells).toEqual(['老年合唱', '28 / 40', '9 / 16', '199', '11月26日', '赵老师', '2026-2']);
});

test('disagreements show both sides, refused changes their reason', async () => {
  openFacility();
  expect((await screen.findByText('点名 · 状态')).closest('li')?.textContent).toBe(
    '点名 · 状态生效 到 (设备 10，10:00)另一种 缺席 (设备 11，09:00)',
  );
  expect(screen.getByText('入班 · 它指向的另一条记录门户还没有')).toBeTruthy();
});

test('a facility that does not exist is said to be missing', async () => {
  openFacility((portal) => portal.replies.set(`GET ${api}`, refusal('not-found', 404)));
  expect((await screen.findByRole('alert')).textContent).toContain('找不到要的内容');
});
