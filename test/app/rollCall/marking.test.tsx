/** Marking as a coordinator meets it: taps, keys, undo, the rest came, details. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toast } from '../../../src/app/shell/Page.tsx';
import { childrenOf } from '../../../src/store/queries.ts';
import { acknowledgeAll, phoneToday, saved } from '../../fixtures/enrolledDevice.ts';
import { count, marked, marksOf, openRollCall, press, says, sheet, tile, tiles } from './openRollCall.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  toast.value = undefined;
});

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
