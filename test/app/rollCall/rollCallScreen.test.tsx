/** The roll call as a coordinator meets it: over a real database, by taps and keys, in Chinese. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RollCallScreen } from '../../../src/app/rollCall/RollCallScreen.tsx';
import { toast } from '../../../src/app/shell/Page.tsx';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { Attendance, type AttendanceStatus } from '../../../src/domain/records/attendance.ts';
import { Session } from '../../../src/domain/records/session.ts';
import { childrenOf, getRow, rowsWhere } from '../../../src/store/queries.ts';
import {
  acknowledgeAll,
  enrolledDevice,
  lecture,
  otherLearner,
  phoneCancelled,
  phoneNextWeek,
  phoneToday,
  saved,
  type TestDevice,
} from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  toast.value = undefined;
});

async function openRollCall(session: string = phoneToday, prepare?: (made: TestDevice) => Promise<void>) {
  const made = await enrolledDevice();
  await prepare?.(made);
  renderScreen(made.device, <RollCallScreen id={session} />);
  await screen.findAllByText(/智能手机使用与防骗|垃圾分类讲座/);
  return made;
}

const tiles = () => within(screen.getByRole('list', { name: '学员' })).getAllByRole('button');
function tile(name: string, which = 0): HTMLElement {
  const found = tiles().filter((each) => each.textContent?.startsWith(name))[which];
  if (!found) throw new Error(`no tile of ${name}`);
  return found;
}
const says = (name: string, words: string) => waitFor(() => expect(tile(name).textContent).toContain(words));
const count = (label: string) =>
  screen.getAllByText(label).find((each) => each.tagName === 'DT')?.nextElementSibling?.textContent;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const sheet = () => within(screen.getByRole('dialog'));
const marksOf = async ({ db }: TestDevice, session = phoneToday) =>
  Object.fromEntries((await childrenOf(db, 'attendance', session)).rows.map((mark) => [mark.learner, mark.status]));

function marked(learner: string, status: AttendanceStatus) {
  return sureEdit(Attendance, naturalId(Attendance, phoneToday, learner), undefined, { status });
}
const closed = (made: TestDevice) =>
  saved(made.device, [
    marked('l-chenyan', 'absent'),
    sureEdit(Session, phoneToday, undefined, { closedAt: made.device.nowMs(), status: 'held' }),
  ]);

describe('marking', () => {
  test('a tap says present, the next late, then absent, then present again; each is stored and queued', async () => {
    const made = await openRollCall();
    for (const [word, status] of [
      ['到', 'present'],
      ['迟到', 'late'],
      ['缺席', 'absent'],
      ['到', 'present'],
    ] as const) {
      fireEvent.click(tile('陈龑'));
      await says('陈龑', word);
      expect(await marksOf(made)).toEqual({ 'l-chenyan': status });
    }
  });

  test('two taps faster than the screen are two steps of the cycle', async () => {
    const made = await openRollCall();
    fireEvent.click(tile('陈龑'));
    fireEvent.click(tile('陈龑'));
    await says('陈龑', '迟到');
    expect(await marksOf(made)).toEqual({ 'l-chenyan': 'late' });
  });

  test('people stand in the order of their pinyin, and two of one name show their years of birth', async () => {
    await openRollCall();
    expect(tiles().map((each) => each.querySelector('.w-tile-name')?.textContent)).toEqual([
      '阿克拜尔·买买提',
      '陈龑',
      '李䶮',
      '王伟',
      '王伟',
      '张伟',
    ]);
    expect(tile('王伟', 0).textContent).toContain('1958 年生');
    expect(tile('王伟', 1).textContent).toContain('1962 年生');
    expect(tile('陈龑').textContent).not.toContain('卡');
  });

  test('the bar counts, and not taken is not absent', async () => {
    await openRollCall(phoneToday, ({ device }) =>
      saved(device, [marked('l-chenyan', 'absent'), marked('l-liyan', 'leftEarly')]),
    );
    await waitFor(() => expect(count('缺席')).toBe('1'));
    expect([count('未点'), count('早退'), count('到')]).toEqual(['4', '1', '0']);
  });
});

describe('the rest came', () => {
  test('fills the blanks only: excuses and marks stay, and one undo takes all of it back', async () => {
    const made = await openRollCall(phoneToday, ({ device }) =>
      saved(device, [marked('l-chenyan', 'excused'), marked('l-liyan', 'absent')]),
    );
    press('其余全到');
    await waitFor(() => expect(count('到')).toBe('4'));
    expect(await marksOf(made)).toMatchObject({ 'l-chenyan': 'excused', 'l-liyan': 'absent', 'l-zhangwei': 'present' });
    expect(screen.getByText('已把 4 人记为“到”')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await waitFor(() => expect(count('未点')).toBe('4'));
    expect(await marksOf(made)).toEqual({ 'l-chenyan': 'excused', 'l-liyan': 'absent' });
  });
});

describe('undo', () => {
  test('gives back what was before, action by action, and rests when there is nothing left', async () => {
    const made = await openRollCall(phoneToday, ({ device }) => saved(device, [marked('l-chenyan', 'excused')]));
    fireEvent.click(tile('陈龑'));
    await says('陈龑', '到');
    fireEvent.click(tile('李䶮'));
    await says('李䶮', '到');
    const [undo] = screen.getAllByRole<HTMLButtonElement>('button', { name: '撤销' });
    if (!undo) throw new Error('no undo button');
    fireEvent.click(undo);
    await says('李䶮', '未点');
    fireEvent.click(undo);
    await says('陈龑', '请假');
    expect(await marksOf(made)).toEqual({ 'l-chenyan': 'excused' });
    await waitFor(() => expect(undo.disabled).toBe(true));
  });

  test('works after an hour all the same', async () => {
    const made = await openRollCall();
    fireEvent.click(tile('陈龑'));
    await says('陈龑', '到');
    made.pass(3_600_000);
    press('撤销');
    await says('陈龑', '未点');
  });
});

describe('keys', () => {
  test('P, L, E and A mark the tile that has the focus, Delete clears it', async () => {
    const made = await openRollCall();
    for (const [key, word, status] of [
      ['p', '到', 'present'],
      ['l', '迟到', 'late'],
      ['E', '请假', 'excused'],
      ['a', '缺席', 'absent'],
    ] as const) {
      fireEvent.keyDown(tile('陈龑'), { key });
      await says('陈龑', word);
      expect(await marksOf(made)).toEqual({ 'l-chenyan': status });
    }
    fireEvent.keyDown(tile('陈龑'), { key: 'Delete' });
    await says('陈龑', '未点');
    expect(await marksOf(made)).toEqual({});
  });

  test('arrows move between tiles, the right arrow opens the details, the slash goes to the find box', async () => {
    await openRollCall();
    tile('阿克拜尔').focus();
    fireEvent.keyDown(tile('阿克拜尔'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(tile('陈龑'));
    fireEvent.keyDown(tile('陈龑'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(tile('阿克拜尔'));
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByLabelText('查找'));
    fireEvent.keyDown(tile('陈龑'), { key: 'ArrowRight' });
    expect(await screen.findByRole('dialog', { name: '陈龑' })).toBeTruthy();
  });

  test('letters typed into the find box mark nobody, and initials find', async () => {
    const made = await openRollCall();
    const find = screen.getByLabelText('查找');
    fireEvent.input(find, { target: { value: 'zw' } });
    fireEvent.keyDown(find, { key: 'p' });
    await waitFor(() => expect(tiles()).toHaveLength(1));
    expect(tile('张伟')).toBeTruthy();
    expect(await marksOf(made)).toEqual({});
  });
});

describe('details', () => {
  test('offer every status, time and a remark, and save them together', async () => {
    const made = await openRollCall();
    fireEvent.contextMenu(tile('陈龑'));
    fireEvent.click(sheet().getByLabelText('早退'));
    fireEvent.input(sheet().getByLabelText('上课时长'), { target: { value: '60' } });
    fireEvent.input(sheet().getByLabelText('备注'), { target: { value: '接孙子' } });
    press('保存');
    await says('陈龑', '早退');
    expect(tile('陈龑').textContent).toContain('60 分钟');
    expect((await childrenOf(made.db, 'attendance', phoneToday)).rows).toMatchObject([
      { status: 'leftEarly', minutes: 60, note: '接孙子' },
    ]);
  });

  test('more minutes than the session has are refused beside the field', async () => {
    const made = await openRollCall();
    fireEvent.contextMenu(tile('陈龑'));
    fireEvent.click(sheet().getByLabelText('迟到'));
    fireEvent.input(sheet().getByLabelText('上课时长'), { target: { value: '300' } });
    press('保存');
    expect(await sheet().findByText('不能超过整节课的时长')).toBeTruthy();
    expect(await marksOf(made)).toEqual({});
  });

  test('show what was done to the mark, from what to what, and whether the portal has it', async () => {
    const made = await openRollCall();
    fireEvent.click(tile('陈龑'));
    await says('陈龑', '到');
    await acknowledgeAll(made.db);
    made.pass(60_000);
    fireEvent.click(tile('陈龑'));
    await says('陈龑', '迟到');
    fireEvent.contextMenu(tile('陈龑'));
    await waitFor(() => expect(sheet().getAllByRole('listitem')).toHaveLength(2));
    const [newest, oldest] = sheet()
      .getAllByRole('listitem')
      .map((each) => each.textContent);
    expect(newest).toMatch(/09:06 到 → 迟到 .*待上报/);
    expect(oldest).toMatch(/09:05 未点 → 到 .*门户已收到/);
  });
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
