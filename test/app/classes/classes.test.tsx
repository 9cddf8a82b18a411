import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { ClassesScreen } from '../../../src/app/classes/ClassesScreen.tsx';
import { ClassForm } from '../../../src/app/classes/ClassForm.tsx';
import { ClassScreen } from '../../../src/app/classes/ClassScreen.tsx';
import { type Plan, sureEdit } from '../../../src/domain/kit/edit.ts';
import { Class } from '../../../src/domain/records/class.ts';
import { Course } from '../../../src/domain/records/course.ts';
import { allRows, getRow, rowsWhere } from '../../../src/store/queries.ts';
import { markEdit } from '../../fixtures/deviceDatabase.ts';
import {
  enrolledDevice,
  otherLearner,
  phoneCancelled,
  phoneClass,
  phoneLastWeek,
  phoneNextWeek,
  phoneToday,
  saved,
} from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

const type = (element: HTMLElement, value: string) => fireEvent.input(element, { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const inSheet = () => within(screen.getByRole('dialog'));

async function openClass(view: string, before: Plan = []) {
  const made = await enrolledDevice();
  await saved(made.device, before);
  history.replaceState(null, '', `/classes/${phoneClass}?view=${view}`);
  renderScreen(made.device, <ClassScreen id={phoneClass} />);
  await screen.findByRole('heading', { level: 1, name: '智能手机使用与防骗' });
  return made;
}

describe('the list of classes', () => {
  test('says when each class meets next, how far it is and how many are in it', async () => {
    const { device } = await enrolledDevice();
    renderScreen(device, <ClassesScreen />);
    expect(await screen.findByText('下次 11月24日 周二 09:00')).toBeDefined();
    expect(screen.getByText('已上 0/3 次')).toBeDefined();
    expect(screen.getByText('6 人')).toBeDefined();
  });
});

describe('opening a class', () => {
  async function openForm() {
    const made = await enrolledDevice();
    await saved(made.device, [
      sureEdit(Course, 'course-tea', undefined, {
        programme: 'programme-1' as Course['programme'], // tests write ids themselves
        zh: '茶艺',
        en: 'Tea',
        level: 'adult',
        minutes: 360,
        sessions: 4,
        topics: ['识茶', '泡茶'],
        assessment: false,
      }),
    ]);
    renderScreen(made.device, <ClassForm />);
    type(await screen.findByLabelText('查找课程'), '茶');
    press(/茶艺/);
    return made;
  }

  test('leaves out the National Day holiday and says so', async () => {
    await openForm();
    type(screen.getByLabelText('开课日期'), '2026-09-24');
    fireEvent.change(screen.getByLabelText('星期'), { target: { value: '4' } });
    expect(await screen.findByText('共 4 次课，9月24日 到 10月22日')).toBeDefined();
    expect(screen.getByText(/放假不上课，已跳过：10月1日 周四/)).toBeDefined();
    expect(screen.queryByText(/^10月1日 周四 09:00/)).toBeNull();
  });

  test('points out a make-up working day', async () => {
    await openForm();
    type(screen.getByLabelText('开课日期'), '2026-10-10');
    fireEvent.change(screen.getByLabelText('星期'), { target: { value: '6' } });
    expect(await screen.findByText(/是调休上班日，请确认是否上课：10月10日 周六/)).toBeDefined();
  });

  test('creates the class, a new teacher and every session in one action', async () => {
    const { db } = await openForm();
    type(screen.getByLabelText('开课日期'), '2026-09-24');
    fireEvent.change(screen.getByLabelText('星期'), { target: { value: '4' } });
    fireEvent.change(screen.getByLabelText('老师'), { target: { value: 'new' } });
    type(await screen.findByLabelText('新老师的姓名'), '李国强');
    await screen.findByText('共 4 次课，9月24日 到 10月22日');
    const before = await db.outbox.count();
    press('开班');
    await waitFor(() => expect(location.pathname).toMatch(/^\/classes\/./));
    const run = (await allRows(db, 'class')).find((each) => each.course === 'course-tea');
    const sessions = await rowsWhere(db, 'session', 'class', run?.id ?? '');
    expect(sessions.map((each) => `${each.number} ${each.date} ${each.topic ?? ''}`)).toEqual([
      '1 2026-09-24 识茶',
      '2 2026-10-08 泡茶',
      '3 2026-10-15 ',
      '4 2026-10-22 ',
    ]);
    const teachers = await allRows(db, 'teacher');
    expect(teachers.find((each) => each.id === run?.teacher)?.name).toBe('李国强');
    expect(await db.outbox.count()).toBe(before + 1);
  });

  test('says what is missing and creates nothing', async () => {
    const { db } = await openForm();
    type(screen.getByLabelText('开课日期'), '');
    type(screen.getByLabelText('班级名称（可不填）'), '长'.repeat(41));
    press('开班');
    expect(await screen.findByText('有的内容填得不对，请检查')).toBeDefined();
    expect(screen.getByText('这一项要填')).toBeDefined();
    expect(screen.getByText('太长了，最多 40 个字')).toBeDefined();
    expect(await allRows(db, 'class')).toHaveLength(1);
  });

  test('goes on after a reload where it was left', async () => {
    const { device } = await openForm();
    type(screen.getByLabelText('教室（可不填）'), '二楼');
    document.body.replaceChildren();
    renderScreen(device, <ClassForm />);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('教室（可不填）').value).toBe('二楼'));
    expect(screen.getByText('茶艺')).toBeDefined();
  });
});

describe('a class’s sessions', () => {
  test('can be moved, but not onto another one', async () => {
    const { db } = await openClass('sessions');
    press('改时间：第7课');
    type(inSheet().getByLabelText('日期'), '2026-11-24');
    press('改到这个时间');
    expect(await screen.findByText('这个时间本班已经有课')).toBeDefined();
    type(inSheet().getByLabelText('日期'), '2026-12-03');
    fireEvent.keyDown(inSheet().getByLabelText('日期'), { key: 'Enter' });
    await waitFor(async () => expect((await getRow(db, 'session', phoneNextWeek))?.date).toBe('2026-12-03'));
  });

  test('can be cancelled', async () => {
    const { db } = await openClass('sessions');
    press('改时间：第7课');
    press('取消这次课');
    await waitFor(async () => expect((await getRow(db, 'session', phoneNextWeek))?.status).toBe('cancelled'));
  });

  test('take place after all when the cancellation is taken back', async () => {
    const { db } = await openClass('sessions');
    press('改时间：第4课');
    press('恢复这次课');
    await waitFor(async () => expect((await getRow(db, 'session', phoneCancelled))?.status).toBe('planned'));
  });

  test('get one more, a week after the last', async () => {
    const { db } = await openClass('sessions');
    press('加一次课');
    press('添加');
    await waitFor(async () => expect((await getRow(db, 'session', `${phoneClass}~8`))?.date).toBe('2026-12-08'));
  });
});

describe('a class’s learners', () => {
  test('are enrolled several at once; beyond the places they wait', async () => {
    const { device, db } = await openClass('learners');
    const run = await getRow(db, 'class', phoneClass);
    await saved(device, [sureEdit(Class, phoneClass, run, { capacity: 6 })]);
    await screen.findByText(/6\/6 人/);
    press('添加学员');
    type(inSheet().getByLabelText('查找学员'), 'oynn');
    fireEvent.click(inSheet().getByRole('checkbox', { name: /欧阳娜娜/ }));
    expect(await screen.findByText('名额不够，其中 1 位会进候补。')).toBeDefined();
    press('添加这 1 位');
    await waitFor(async () =>
      expect((await getRow(db, 'enrolment', `${phoneClass}+${otherLearner}`))?.status).toBe('waiting'),
    );
  });

  test('leave, and come back with one press', async () => {
    const { db } = await openClass('learners');
    press('张伟 退班');
    const id = `${phoneClass}+l-zhangwei`;
    await waitFor(async () => expect((await getRow(db, 'enrolment', id))?.status).toBe('withdrawn'));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect((await getRow(db, 'enrolment', id))?.status).toBe('active'));
    expect((await getRow(db, 'enrolment', id))?.since).toBe('2026-10-20');
  });
});

describe('the month’s register', () => {
  test('counts participations and people apart', async () => {
    await openClass('register', [
      markEdit(phoneLastWeek, 'l-zhangwei', 'present'),
      markEdit(phoneToday, 'l-zhangwei', 'late'),
      markEdit(phoneToday, 'l-liyan', 'absent'),
      markEdit(phoneToday, otherLearner, 'present'),
    ]);
    const figure = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;
    expect(figure('参加人次')).toBe('3');
    expect(figure('参加人数')).toBe('2');
    const row = (name: RegExp) =>
      [...(screen.getByRole('rowheader', { name }).closest('tr')?.querySelectorAll('td') ?? [])].map(
        (cell) => cell.textContent,
      );
    expect(row(/张伟/)).toEqual(['未点', '√到', '△迟到', '2']);
    expect(row(/李䶮/)).toEqual(['未点', '未点', '×缺席', '0']);
    expect(row(/欧阳娜娜 访客/)).toEqual(['未点', '未点', '√到', '1']);
    expect(row(/实到人数/)).toEqual(['', '1', '2', '3']);
  });
});

describe('the numbers of a class', () => {
  test('show each learner’s attendance and the roll calls that are missing', async () => {
    await openClass('numbers', [markEdit(phoneToday, 'l-zhangwei', 'present')]);
    expect(screen.getByRole('row', { name: /张伟/ }).textContent).toContain('1/1');
    expect(screen.getByRole('row', { name: /张伟/ }).textContent).toContain('100%');
    expect(screen.getByText('1 次课已过日期还没点名')).toBeDefined();
  });
});

describe('the end of a class', () => {
  test('asks first, and can be taken back', async () => {
    const { db } = await openClass('sessions');
    press('结束这个班');
    expect(screen.getByText(/还有 3 次课没上/)).toBeDefined();
    fireEvent.click(inSheet().getByRole('button', { name: '结束这个班' }));
    await waitFor(async () => expect((await getRow(db, 'class', phoneClass))?.status).toBe('closed'));
    fireEvent.click(await screen.findByRole('button', { name: '重新开班' }));
    await waitFor(async () => expect((await getRow(db, 'class', phoneClass))?.status).toBe('open'));
  });
});
