import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { LearnerScreen } from '../../../src/app/learners/LearnerScreen.tsx';
import { LearnersScreen } from '../../../src/app/learners/LearnersScreen.tsx';
import { maskedPhone } from '../../../src/app/learners/maskedPhone.ts';
import { allRows, getRow } from '../../../src/store/queries.ts';
import { emptyDevice, enrolledDevice, learnerEdit, saved } from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

beforeEach(() => sessionStorage.clear());

const field = (label: string) => within(screen.getByRole('dialog')).getByLabelText(label);
const type = (element: HTMLElement, value: string) => fireEvent.input(element, { target: { value } });
const names = () =>
  within(screen.getByRole('list', { name: '学员' }))
    .getAllByRole('link')
    .map((link) => link.querySelector('.w-row-title')?.textContent);

async function openList() {
  const made = await enrolledDevice();
  renderScreen(made.device, <LearnersScreen />);
  await screen.findByText('共 7 位学员');
  return made;
}

async function openForm() {
  const made = await openList();
  fireEvent.click(screen.getByRole('button', { name: '登记学员' }));
  return made;
}

describe('the list of learners', () => {
  test('is sorted by pinyin', async () => {
    await openList();
    expect(names()).toEqual(['阿克拜尔·买买提', '陈龑', '李䶮', '欧阳娜娜', '王伟', '王伟', '张伟']);
  });

  test('finds 张伟 by zw', async () => {
    await openList();
    type(screen.getByLabelText('查找学员'), 'zw');
    await screen.findByText('找到 1 位（共 7 位）');
    expect(names()).toEqual(['张伟']);
  });

  test('finds somebody by card and by the last four digits of the phone, which it masks', async () => {
    const { device } = await openList();
    await saved(device, [learnerEdit('l-sun', { name: '孙建国', phone: '13800138000' })]);
    expect(await screen.findByText('138****8000')).toBeDefined();
    type(screen.getByLabelText('查找学员'), '8000');
    await waitFor(() => expect(names()).toEqual(['孙建国']));
    type(screen.getByLabelText('查找学员'), '0417');
    await waitFor(() => expect(names()).toEqual(['欧阳娜娜']));
  });

  test('teaches where nobody is yet', async () => {
    const { device } = await emptyDevice();
    renderScreen(device, <LearnersScreen />);
    expect(await screen.findByText('还没有学员')).toBeDefined();
  });
});

test('a short number shows its last digits only', () => {
  expect(maskedPhone('138 0013 8000')).toBe('138****8000');
  expect(maskedPhone('6201234')).toBe('****1234');
});

describe('adding a learner', () => {
  test('is saved by Enter, with pinyin for the search', async () => {
    const { db } = await openForm();
    type(field('姓名'), '秦永福');
    type(field('出生年份'), '1950');
    fireEvent.keyDown(field('出生年份'), { key: 'Enter' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const added = (await allRows(db, 'learner')).find((learner) => learner.name === '秦永福');
    expect(added).toMatchObject({ pinyin: 'qin yong fu|qyf', birthYear: 1950 });
  });

  test('asks for a name when somebody tries to save without, and not before', async () => {
    await openForm();
    expect(screen.queryByText('这一项要填')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('这一项要填')).toBeDefined();
  });

  test('counts a name in characters as people see them: 40 rare ones fit, 41 do not', async () => {
    await openForm();
    type(field('姓名'), '𠮷'.repeat(40));
    expect(screen.queryByText('太长了，最多 40 个字')).toBeNull();
    type(field('姓名'), '𠮷'.repeat(41));
    expect(await screen.findByText('太长了，最多 40 个字')).toBeDefined();
    expect(field('姓名').getAttribute('aria-invalid')).toBe('true');
  });

  test('says between which years somebody can be born', async () => {
    await openForm();
    type(field('出生年份'), '1099');
    expect(await screen.findByText('太小了，最小是 1900')).toBeDefined();
  });

  test('warns of a likely duplicate with the reason, saves nothing, and leaves the choice', async () => {
    const { db } = await openForm();
    type(field('姓名'), '张伟');
    type(field('出生年份'), '1955');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('可能已经登记过')).toBeDefined();
    expect(screen.getByText(/姓名相同，出生年份相同/)).toBeDefined();
    expect(screen.getByRole('link', { name: '就是这位' }).getAttribute('href')).toBe('/learners/l-zhangwei');
    expect(await allRows(db, 'learner')).toHaveLength(7);
    fireEvent.click(screen.getByRole('button', { name: '不是同一人，照样保存' }));
    await waitFor(async () => expect(await allRows(db, 'learner')).toHaveLength(8));
  });

  test('keeps the date of consent with the version of the paper', async () => {
    const { db } = await openForm();
    type(field('姓名'), '秦永福');
    fireEvent.click(field('已签知情同意书'));
    type(await waitFor(() => field('签字日期')), '2026-11-20');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(async () => {
      const added = (await allRows(db, 'learner')).find((learner) => learner.name === '秦永福');
      expect(added?.consent?.at).toBe(Date.parse('2026-11-20T12:00:00+08:00'));
    });
  });

  test('goes on after a reload where it was left', async () => {
    const { device } = await openForm();
    type(field('姓名'), '尤素');
    document.body.replaceChildren();
    renderScreen(device, <LearnersScreen />);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value).toBe('尤素'));
  });
});

describe('a learner’s page', () => {
  async function openPage(id: string) {
    const made = await enrolledDevice();
    renderScreen(made.device, <LearnerScreen id={id} />);
    await screen.findByText('出生年份');
    return made;
  }

  test('names the classes', async () => {
    await openPage('l-zhangwei');
    expect(screen.getByRole('link', { name: /智能手机使用与防骗/ }).getAttribute('href')).toBe('/classes/class-phone');
  });

  test('merges a duplicate into another, and takes it back', async () => {
    const { db } = await openPage('l-wangwei1');
    fireEvent.click(screen.getByRole('button', { name: '合并重复记录' }));
    type(field('查找学员'), 'zw');
    fireEvent.click(await waitFor(() => screen.getByRole('button', { name: '合并到这位' })));
    expect(await screen.findByRole('button', { name: '取消合并' })).toBeDefined();
    expect((await getRow(db, 'learner', 'l-wangwei1'))?.mergedInto).toBe('l-zhangwei');
    fireEvent.click(screen.getByRole('button', { name: '取消合并' }));
    await waitFor(async () => expect((await getRow(db, 'learner', 'l-wangwei1'))?.mergedInto).toBeUndefined());
  });

  test('removes only after a confirmation, and can bring the person back', async () => {
    const { db } = await openPage('l-chenyan');
    fireEvent.click(screen.getByRole('button', { name: '删除学员' }));
    expect(await getRow(db, 'learner', 'l-chenyan')).toBeDefined();
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '删除学员' }));
    await waitFor(async () => expect(await getRow(db, 'learner', 'l-chenyan')).toBeUndefined());
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect((await getRow(db, 'learner', 'l-chenyan'))?.name).toBe('陈龑'));
  });

  test('writes only what was changed', async () => {
    const { db } = await openPage('l-chenyan');
    fireEvent.click(screen.getByRole('button', { name: '修改' }));
    type(field('学习卡号'), '0999');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(async () => expect((await getRow(db, 'learner', 'l-chenyan'))?.card).toBe('0999'));
    const last = await db.outbox.orderBy('n').last();
    expect(last?.columns).not.toContain('陈龑');
  });
});
