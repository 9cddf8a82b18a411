/** The queue: what waits, how it went, and what to do about what was refused. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { QueueScreen } from '../../../src/app/queue/QueueScreen.tsx';
import { toast } from '../../../src/app/shell/Page.tsx';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { Attendance, type AttendanceStatus } from '../../../src/domain/records/attendance.ts';
import { openDeviceStore } from '../../../src/store/deviceStore.ts';
import { childrenOf } from '../../../src/store/queries.ts';
import { pendingEntries } from '../../../src/store/workState.ts';
import type { SyncOutcome } from '../../../src/sync/ports.ts';
import type { Problem } from '../../../src/sync/problem.ts';
import {
  acknowledgeAll,
  enrolledDevice,
  learnerEdit,
  phoneToday,
  saved,
  startMs,
  type TestDevice,
} from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  toast.value = undefined;
});

function mark(learner: string, status: AttendanceStatus = 'present') {
  return sureEdit(Attendance, naturalId(Attendance, phoneToday, learner), undefined, { status });
}

async function openQueue(prepare?: (made: TestDevice) => Promise<void>, made?: TestDevice) {
  const device = made ?? (await enrolledDevice());
  await prepare?.(device);
  renderScreen(device.device, <QueueScreen />);
  await screen.findByText('上次收到门户答复');
  return device;
}

/** One mark of 张伟 was refused. */
const refuse = (problem: Problem) => async (made: TestDevice) => {
  await saved(made.device, [mark('l-zhangwei')]);
  const n = (await made.db.outbox.orderBy('n').last())?.n ?? 0;
  await acknowledgeAll(made.db, [{ n, problem }]);
};

describe('what waits', () => {
  test('is told by day and kind in plain words', async () => {
    await openQueue(async ({ device, pass }) => {
      await saved(device, [mark('l-chenyan'), mark('l-liyan')]);
      pass(86_400_000);
      await saved(device, [learnerEdit('l-new', { name: '新来的' }), mark('l-new')]);
    });
    expect(await screen.findByText('4 条待上报。有网络时会自动发，不用守着。')).toBeTruthy();
    expect((await screen.findByText('11月25日 星期三')).parentElement?.textContent).toContain(
      '学员资料 1 条 · 点名 1 条',
    );
    expect(screen.getByText('11月24日 星期二').parentElement?.textContent).toContain('点名 2 条');
  });

  test('is nothing once the portal has taken all', async () => {
    await openQueue();
    expect(await screen.findByText('都到门户了')).toBeTruthy();
    expect(screen.queryByText('待上报的记录')).toBeNull();
  });

  test('the button sends now', async () => {
    const now = vi.fn(async () => ({ kind: 'delivered', sent: 0, received: 0, refused: 0 }) as const);
    await openQueue(undefined, await enrolledDevice({ now }));
    fireEvent.click(await screen.findByRole('button', { name: '现在上报' }));
    expect(now).toHaveBeenCalledTimes(1);
  });
});

describe('the last try', () => {
  const tried = (outcome: SyncOutcome) => openQueue(({ db }) => openDeviceStore(db).note(outcome, startMs));

  test.each<[string, SyncOutcome, RegExp]>([
    [
      'a success, with its numbers',
      { kind: 'delivered', sent: 3, received: 2, refused: 0 },
      /成功 · 发出 3 条，取回 2 条/,
    ],
    ['a silent portal', { kind: 'waiting', why: 'offline' }, /有网络，但联系不上门户/],
    ['a log-in page', { kind: 'waiting', why: 'foreign' }, /可能是上网登录页/],
    ['a busy portal', { kind: 'waiting', why: 'busy' }, /门户正忙/],
    ['a fault of the portal', { kind: 'waiting', why: 'portalTrouble' }, /门户出了问题/],
    ['a revoked device', { kind: 'stopped', problem: { type: 'device-revoked' } }, /这台设备已被停用/],
  ])('%s is said in plain words', async (_, outcome, words) => {
    await tried(outcome);
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('no link is told from a silent portal', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await tried({ kind: 'waiting', why: 'offline' });
    expect(await screen.findByText(/没有网络 · 没网也能照常点名/)).toBeTruthy();
  });
});

describe('what was refused', () => {
  test('names the record, the reason and what to do, and leads to where it is mended', async () => {
    await openQueue(refuse({ type: 'invalid-fields', errors: [{ field: 'minutes', code: 'tooLarge' }] }));
    expect(await screen.findByText('张伟 的点名 · 智能手机使用与防骗 · 第6课 11月24日')).toBeTruthy();
    expect(screen.getByText(/有一项内容填得不对/)).toBeTruthy();
    expect(screen.getByText('有问题的项目：时长')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^去修改/ }).getAttribute('href')).toBe(`/session/${phoneToday}`);
  });

  test('is sent again as the record is now, whole, and leaves the tray', async () => {
    const made = await openQueue(async (device) => {
      await refuse({ type: 'unknown-reference' })(device);
      await saved(device.device, [mark('l-zhangwei', 'late')]);
      await acknowledgeAll(device.db);
    });
    fireEvent.click(await screen.findByRole('button', { name: /^再报一次/ }));
    await waitFor(() => expect(screen.queryByText('需要处理')).toBeNull());
    const [pending] = await pendingEntries(made.db, 10);
    expect(pending?.changes).toMatchObject([{ kind: 'attendance', fields: { status: 'late' } }]);
  });

  test('is given up only after asking; the record stays', async () => {
    const made = await openQueue(refuse({ type: 'unknown-reference' }));
    fireEvent.click(await screen.findByRole('button', { name: /^不再上报/ }));
    const dialog = within(screen.getByRole('dialog', { name: '不再上报这条改动？' }));
    expect(await made.db.refused.count()).toBe(1);
    fireEvent.click(dialog.getByRole('button', { name: '不再上报' }));
    await waitFor(() => expect(screen.queryByText('需要处理')).toBeNull());
    expect(await made.db.refused.count()).toBe(0);
    expect((await childrenOf(made.db, 'attendance', phoneToday)).rows).toMatchObject([{ status: 'present' }]);
  });
});

test('the space used is told in bytes, never as a share', async () => {
  vi.stubGlobal('navigator', {
    onLine: true,
    language: 'zh-CN',
    storage: { estimate: async () => ({ usage: 3.2 * 1024 * 1024, quota: 100 * 1024 * 1024 }) },
  });
  await openQueue();
  expect(await screen.findByText('3 MB')).toBeTruthy();
  expect(document.body.textContent).not.toContain('%');
  vi.unstubAllGlobals();
});
