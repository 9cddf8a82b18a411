import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { CatalogueScreen } from '../../../src/app/catalogue/CatalogueScreen.tsx';
import { CourseScreen } from '../../../src/app/catalogue/CourseScreen.tsx';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import { Course } from '../../../src/domain/records/course.ts';
import { Programme } from '../../../src/domain/records/programme.ts';
import { emptyDevice, enrolledDevice, saved } from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

beforeEach(() => sessionStorage.clear());

const owner = { ownerZh: '市教育委员会', ownerEn: 'Education Commission' };
const records = [
  sureEdit(Programme, 'programme-1', undefined, {
    zh: '老年人智能手机应用',
    en: 'Smartphones',
    network: 'communityCollege',
    theme: 'digital',
    ...owner,
  }),
  sureEdit(Programme, 'programme-2', undefined, {
    zh: '果树栽培',
    en: 'Fruit trees',
    network: 'adultCollege',
    theme: 'vocational',
    ...owner,
  }),
  sureEdit(Course, 'course-pear', undefined, {
    programme: 'programme-2' as Course['programme'], // tests write ids themselves
    zh: '梨树修剪',
    en: 'Pruning pear trees',
    level: 'adult',
    minutes: 360,
    sessions: 4,
    minAttendancePercent: 75,
    assessment: true,
    topics: ['认识梨树', '冬剪'],
  }),
];

describe('the catalogue', () => {
  async function open() {
    const { device } = await enrolledDevice();
    await saved(device, records);
    renderScreen(device, <CatalogueScreen />);
    await screen.findByText('2 个项目，2 门课程');
  }
  const choose = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  test('groups programmes by theme', async () => {
    await open();
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
      '职业技能',
      '数字生活',
    ]);
  });

  test('narrows by theme, network and level', async () => {
    await open();
    choose('主题', 'digital');
    await screen.findByText('1 个项目，1 门课程');
    choose('学习网络', 'adultCollege');
    expect(await screen.findByText('没有这样的课程')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '清除条件' }));
    choose('适合人群', 'adult');
    await waitFor(() => expect(screen.getByRole('link', { name: /梨树修剪/ })).toBeDefined());
    expect(screen.queryByRole('link', { name: /智能手机/ })).toBeNull();
  });

  test('finds a course by part of its name in either language', async () => {
    await open();
    fireEvent.input(screen.getByLabelText('查找课程'), { target: { value: 'PEAR' } });
    expect(await screen.findByRole('link', { name: /梨树修剪/ })).toBeDefined();
    expect(screen.getByText('1 个项目，1 门课程')).toBeDefined();
  });

  test('says how it comes where it has not arrived', async () => {
    const { device } = await emptyDevice();
    renderScreen(device, <CatalogueScreen />);
    expect(await screen.findByText('课程目录还没有同步过来')).toBeDefined();
  });
});

describe('a course', () => {
  test('says what completion asks for, its lessons, and leads to opening a class', async () => {
    const { device } = await enrolledDevice();
    await saved(device, records);
    renderScreen(device, <CourseScreen id="course-pear" />);
    expect(await screen.findByText('出勤不少于 75%，并通过考核')).toBeDefined();
    expect(screen.getByText('冬剪')).toBeDefined();
    expect(screen.getByRole('link', { name: '用这门课开班' }).getAttribute('href')).toBe(
      '/classes/new?course=course-pear',
    );
  });

  test('lists the classes that run it here', async () => {
    const { device } = await enrolledDevice();
    renderScreen(device, <CourseScreen id="course-phone" />);
    expect((await screen.findByRole('link', { name: /正在上课/ })).getAttribute('href')).toBe('/classes/class-phone');
  });
});
