/** Today as a coordinator meets it in the morning. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { toast } from '../../../src/app/shell/Page.tsx';
import { TodayScreen } from '../../../src/app/today/TodayScreen.tsx';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { Attendance, type AttendanceStatus } from '../../../src/domain/records/attendance.ts';
import { Session } from '../../../src/domain/records/session.ts';
import { calendarDate } from '../../../src/domain/rules/calendar.ts';
import { rowsWhere } from '../../../src/store/queries.ts';
import {
  acknowledgeAll,
  emptyDevice,
  enrolledDevice,
  lecture,
  phoneLastWeek,
  phoneSession,
  phoneToday,
  saved,
  type TestDevice,
  today,
} from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

afterEach(() => {
  cleanup();
  toast.value = undefined;
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

async function openToday(prepare?: (made: TestDevice) => Promise<void>, address = '/') {
  history.replaceState(null, '', address);
  const made = await enrolledDevice();
  await prepare?.(made);
  renderScreen(made.device, <TodayScreen />);
  await screen.findByText('长哨营学习驿站');
  return made;
}

const rows = async () => within(await screen.findByRole('list', { name: '课程安排' })).getAllByRole('listitem');
const textOf = async (which: number) => (await rows())[which]?.textContent;

function marks(session: string, statuses: readonly AttendanceStatus[]) {
  const learners = ['l-akebai', 'l-chenyan', 'l-liyan', 'l-wangwei1', 'l-wangwei2', 'l-zhangwei'];
  return statuses.map((status, i) =>
    sureEdit(Attendance, naturalId(Attendance, session, learners[i] ?? ''), undefined, { status }),
  );
}

describe('the day', () => {
  test('shows its sessions in order: title, lesson, topic, teacher, who is expected, and the way to the roll call', async () => {
    await openToday();
    expect(await screen.findByText('11月24日星期二', { normalizer: (text) => text.replace(/\s/g, '') })).toBeTruthy();
    expect(await textOf(0)).toMatch(/09:00智能手机使用与防骗 · 第6课识别电信诈骗 · 张老师 · 应到 6 人 · 90 分钟点名/);
    expect(await textOf(1)).toMatch(/19:00垃圾分类讲座不记名 · 60 分钟计人数/);
    const link = screen.getByRole('link', { name: /^点名.*第6课/ });
    expect(link.getAttribute('href')).toBe(`/session/${phoneToday}`);
  });

  test('a roll call that has begun says how far it is, a finished one how many came', async () => {
    const { device } = await openToday(({ device }) => saved(device, marks(phoneToday, ['present', 'late', 'absent'])));
    expect(await textOf(0)).toContain('已点 3/6');
    expect(screen.getByRole('link', { name: /^继续点名.*第6课/ })).toBeTruthy();
    await saved(device, [
      sureEdit(Session, phoneToday, undefined, { closedAt: device.nowMs(), status: 'held' }),
      sureEdit(Session, lecture, undefined, { headcount: 57, closedAt: device.nowMs() }),
    ]);
    await waitFor(async () => expect(await textOf(0)).toContain('到 2/6'));
    await waitFor(async () => expect(await textOf(1)).toContain('57 人'));
  });

  test('the second session of one class on one day is told apart', async () => {
    const { device } = await openToday();
    await saved(device, [phoneSession(9, today, { start: '15:00' as Session['start'] })]);
    await waitFor(async () => expect(await textOf(1)).toContain('第2场'));
    expect(await textOf(0)).not.toContain('第2场');
  });

  test('other days are reached by the day before and the day after, and hold what they hold', async () => {
    await openToday(undefined, '/?date=2026-11-23');
    expect(await screen.findByText('这一天没有安排')).toBeTruthy();
    expect(screen.getByRole('link', { name: '前一天' }).getAttribute('href')).toBe('/?date=2026-11-22');
    expect(screen.getByRole('link', { name: '后一天' }).getAttribute('href')).toBe('/');
    fireEvent.click(screen.getByRole('link', { name: '回到今天' }));
    expect(await textOf(0)).toContain('第6课');
  });

  test('a cancelled session stays in sight and says so', async () => {
    await openToday(undefined, '/?date=2026-11-10');
    expect(await textOf(0)).toContain('已取消');
    expect(screen.queryByRole('link', { name: /^点名/ })).toBeNull();
  });
});

describe('what was left open', () => {
  test('a session of last week that was never taken is offered; a cancelled one and today’s are not', async () => {
    await openToday();
    const link = await screen.findByRole('link', { name: /^补点.*第5课/ });
    expect(link.getAttribute('href')).toBe(`/session/${phoneLastWeek}`);
    expect(screen.getAllByRole('link', { name: /^补点/ })).toHaveLength(1);
  });

  test('an apology in advance does not count as taken, a mark does', async () => {
    const { device } = await openToday(({ device }) => saved(device, marks(phoneLastWeek, ['excused'])));
    expect(await screen.findByRole('link', { name: /^补点/ })).toBeTruthy();
    await saved(device, marks(phoneLastWeek, ['present']));
    await waitFor(() => expect(screen.queryByRole('link', { name: /^补点/ })).toBeNull());
    expect(screen.getByText('点了名还没完成')).toBeTruthy();
  });

  test('what is older than two weeks is let go', async () => {
    await openToday(({ device }) => saved(device, [phoneSession(1, calendarDate('2026-11-09'))]));
    await screen.findByRole('link', { name: /第5课/ });
    expect(screen.queryByRole('link', { name: /第1课/ })).toBeNull();
  });

  test('refused changes are pointed at, and lead to the queue', async () => {
    const made = await openToday();
    await saved(made.device, marks(phoneToday, ['present']));
    const n = (await made.db.outbox.orderBy('n').last())?.n ?? 0;
    await acknowledgeAll(made.db, [{ n, problem: { type: 'unknown-reference' } }]);
    const row = await screen.findByRole('link', { name: /门户没有接受 1 条记录/ });
    expect(row.getAttribute('href')).toBe('/queue');
  });
});

describe('a drop-in activity', () => {
  const open = async () => {
    fireEvent.click(screen.getByRole('button', { name: '添加不记名活动' }));
    await screen.findByLabelText('活动名称');
  };
  const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const add = () => fireEvent.click(screen.getByRole('button', { name: '添加' }));

  test('is added to the day that is shown and stands there in order', async () => {
    const { db } = await openToday();
    await open();
    type('活动名称', '重阳节放映');
    type('开始时间', '10:30');
    add();
    await waitFor(async () => expect(await textOf(1)).toContain('10:30重阳节放映'));
    expect(await rowsWhere(db, 'session', 'date', today)).toContainEqual(
      expect.objectContaining({ title: '重阳节放映', start: '10:30', minutes: 60, status: 'planned' }),
    );
  });

  test('says beside each field what is wrong, and keeps what was typed', async () => {
    await openToday();
    await open();
    add();
    expect(await screen.findByText('请写活动名称')).toBeTruthy();
    expect(screen.getByText('请选开始时间')).toBeTruthy();
    type('活动名称', '放映');
    add();
    await waitFor(() => expect(screen.queryByText('请写活动名称')).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('活动名称').value).toBe('放映');
  });
});

describe('the first minutes', () => {
  test('before the portal has answered the screen says that the records are not here yet, and how to go on', async () => {
    let tries = 0;
    const { device } = await emptyDevice({
      now: async () => {
        tries += 1;
        return { kind: 'waiting', why: 'offline' };
      },
    });
    renderScreen(device, <TodayScreen />);
    expect(await screen.findByText('本机已登记，资料还没取回来')).toBeTruthy();
    expect(screen.queryByText('这一天没有安排')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(tries).toBe(1);
  });

  test('an empty day teaches how sessions come', async () => {
    const { device, db } = await emptyDevice();
    await acknowledgeAll(db);
    renderScreen(device, <TodayScreen />);
    expect(await screen.findByText(/班级排好课以后/)).toBeTruthy();
    expect(screen.queryByText('本机已登记，资料还没取回来')).toBeNull();
  });
});
