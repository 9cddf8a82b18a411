/** The roll call around the marks: finishing and correcting, visitors, sessions that cannot be marked, heads, delivery. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RollCallScreen } from '../../../src/app/rollCall/RollCallScreen.tsx';
import { toast } from '../../../src/app/shell/Page.tsx';
import { childrenOf, getRow, rowsWhere } from '../../../src/store/queries.ts';
import {
  acknowledgeAll,
  enrolledDevice,
  lecture,
  otherLearner,
  phoneCancelled,
  phoneNextWeek,
  phoneToday,
} from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';
import { closed, count, marksOf, openRollCall, press, says, sheet, tile } from './openRollCall.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  toast.value = undefined;
});

describe('a finished roll call', () => {
  test('finishing with people not taken asks first, and leaves them not taken', async () => {
    const made = await openRollCall();
    fireEvent.click(tile('陈龑'));
    await says('陈龑', '到');
    press('完成点名');
    expect(await screen.findByRole('dialog', { name: '还有 5 人没点' })).toBeTruthy();
    press('就这样完成');
    expect(await screen.findByText(/点名已完成（/)).toBeTruthy();
    expect(await getRow(made.db, 'session', phoneToday)).toMatchObject({
      status: 'held',
      closedAt: made.device.nowMs(),
    });
    expect(await marksOf(made)).toEqual({ 'l-chenyan': 'present' });
  });

  test('is corrected only with a reason, which stays readable in the history', async () => {
    const made = await openRollCall(phoneToday, closed);
    made.pass(60_000);
    fireEvent.click(tile('陈龑'));
    fireEvent.click(sheet().getByLabelText('到'));
    press('保存');
    expect(await sheet().findByText('请写更正原因')).toBeTruthy();
    expect(await marksOf(made)).toEqual({ 'l-chenyan': 'absent' });
    fireEvent.input(sheet().getByLabelText('更正原因'), { target: { value: '当时在后排' } });
    press('保存');
    await says('陈龑', '到');
    fireEvent.click(tile('陈龑'));
    await waitFor(() => expect(sheet().getAllByRole('listitem')[0]?.textContent).toContain('缺席 → 到'));
    expect(sheet().getAllByRole('listitem')[0]?.textContent).toContain('原因：当时在后排');
  });

  test('keys mark nothing there, and the fill button is gone', async () => {
    const made = await openRollCall(phoneToday, closed);
    fireEvent.keyDown(tile('李䶮'), { key: 'p' });
    expect(await screen.findByRole('dialog', { name: '李䶮' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '其余全到' })).toBeNull();
    expect(await marksOf(made)).toEqual({ 'l-chenyan': 'absent' });
  });

  test('is opened again after asking', async () => {
    const made = await openRollCall(phoneToday, closed);
    press('重新打开');
    fireEvent.click(sheet().getByRole('button', { name: '重新打开' }));
    expect(await screen.findByRole('button', { name: '完成点名' })).toBeTruthy();
    expect((await getRow(made.db, 'session', phoneToday))?.closedAt).toBeUndefined();
  });
});

describe('visitors', () => {
  test('somebody the facility knows is found by initials and marked present, counted as a visitor', async () => {
    const made = await openRollCall();
    press('添加访客');
    fireEvent.input(sheet().getByLabelText('姓名、拼音首字母或卡号'), { target: { value: 'oy' } });
    fireEvent.click(await sheet().findByRole('button', { name: '欧阳娜娜' }));
    await says('欧阳娜娜', '访客');
    expect(count('访客')).toBe('1');
    expect(await marksOf(made)).toEqual({ [otherLearner]: 'present' });
  });

  test('who is on the list already is not added a second time', async () => {
    await openRollCall();
    press('添加访客');
    fireEvent.input(sheet().getByLabelText('姓名、拼音首字母或卡号'), { target: { value: '陈龑' } });
    expect(await sheet().findByText('已在名单上')).toBeTruthy();
  });

  test('a stranger is added by name alone, with pinyin, and marked in the same step', async () => {
    const made = await openRollCall();
    press('添加访客');
    fireEvent.input(sheet().getByLabelText('姓名、拼音首字母或卡号'), { target: { value: '单雄信' } });
    fireEvent.click(sheet().getByRole('button', { name: '新建学员“单雄信”并记到' }));
    await says('单雄信', '到');
    const [mark] = (await childrenOf(made.db, 'attendance', phoneToday)).rows;
    expect(await getRow(made.db, 'learner', mark?.learner ?? '')).toMatchObject({
      name: '单雄信',
      pinyin: 'shan xiong xin|sxx',
    });
    expect(await rowsWhere(made.db, 'enrolment', 'learner', mark?.learner ?? '')).toEqual([]);
  });

  test('heads without names are counted beside the marks', async () => {
    const made = await openRollCall();
    press('多 1 人');
    press('多 1 人');
    await waitFor(() => expect(count('访客')).toBe('2'));
    expect((await getRow(made.db, 'session', phoneToday))?.headcount).toBe(2);
  });
});

describe('sessions that cannot be marked', () => {
  test('a cancelled one says why, and its tiles do nothing', async () => {
    const made = await openRollCall(phoneCancelled);
    expect(await screen.findByText('这节课已取消')).toBeTruthy();
    fireEvent.click(tile('陈龑'));
    fireEvent.keyDown(tile('陈龑'), { key: 'p' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await marksOf(made, phoneCancelled)).toEqual({});
  });

  test('a future one takes apologies only', async () => {
    const made = await openRollCall(phoneNextWeek);
    expect(await screen.findByText('这节课还没到日子')).toBeTruthy();
    fireEvent.click(tile('陈龑'));
    expect(sheet().queryByLabelText('到')).toBeNull();
    fireEvent.click(sheet().getByLabelText('请假'));
    press('保存');
    await says('陈龑', '请假');
    expect(await marksOf(made, phoneNextWeek)).toEqual({ 'l-chenyan': 'excused' });
  });

  test('one that this device does not know says so', async () => {
    const { device } = await enrolledDevice();
    renderScreen(device, <RollCallScreen id="nowhere" />);
    expect((await screen.findAllByText('没有这节课')).length).toBeGreaterThan(0);
  });
});

describe('a drop-in activity', () => {
  test('is counted with one big stepper, nobody named, and finished', async () => {
    const made = await openRollCall(lecture);
    expect(screen.queryByRole('list', { name: '学员' })).toBeNull();
    press('多 10 人');
    press('多 10 人');
    press('多 1 人');
    press('多 1 人');
    press('少 1 人');
    press('多 10 人');
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('来了多少人').value).toBe('31'));
    expect((await getRow(made.db, 'session', lecture))?.headcount).toBe(31);
    press('完成点名');
    expect(await screen.findByText(/点名已完成（/)).toBeTruthy();
  });

  test('a typed number is saved, a wrong one is refused in words', async () => {
    const made = await openRollCall(lecture);
    const box = screen.getByLabelText<HTMLInputElement>('来了多少人');
    fireEvent.change(box, { target: { value: '57' } });
    await waitFor(async () => expect((await getRow(made.db, 'session', lecture))?.headcount).toBe(57));
    fireEvent.change(box, { target: { value: '99999' } });
    expect(await screen.findByText('请填 0 到 20000 之间的数')).toBeTruthy();
    expect((await getRow(made.db, 'session', lecture))?.headcount).toBe(57);
  });
});

describe('what is said to be saved', () => {
  test('says saved here and received there apart, and counts what the portal has', async () => {
    const made = await openRollCall();
    expect(await screen.findByText('还没有点名记录')).toBeTruthy();
    fireEvent.click(tile('陈龑'));
    await says('陈龑', '到');
    expect(await screen.findByText('门户已收到 0/1')).toBeTruthy();
    await acknowledgeAll(made.db);
    expect(await screen.findByText('门户已收到 1/1（09:05）')).toBeTruthy();
  });

  test('a mark that could not be written is not shown', async () => {
    await openRollCall();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    fireEvent.click(tile('陈龑'));
    expect(await screen.findByText('存储空间满了，这一步没有保存')).toBeTruthy();
    expect(tile('陈龑').textContent).toContain('未点');
  });
});
