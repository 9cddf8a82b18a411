/** The city on one screen: tiles and table tell the same, filters stand in the address, numbers follow the news. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { arrival, json, noLink, openStaff, sampleToday } from './stubPortal.tsx';

const tiles = async () => {
  const rows = await screen.findAllByRole('list', { name: /的驿站$/ });
  return rows.flatMap((row) => within(row).getAllByRole('link'));
};
const tileWords = async () => (await tiles()).map((tile) => tile.getAttribute('aria-label'));
const figure = (key: string) => document.querySelector(`[data-figure="${key}"]`)?.textContent;

describe('the numbers', () => {
  test('say who was in contact, what is taken of what is due, what waits and what disagrees', async () => {
    openStaff();
    await waitFor(() => expect(figure('rollCalls')).toBe('今日点名1 应点 12'));
    expect(figure('contacted')).toBe('7 天内联系2 共 5 个');
    expect(figure('silent')).toBe('超过 14 天没联系1 另有 1 个从未联系');
    expect(figure('waiting')).toContain('60');
    expect(figure('clashes')).toContain('6');
  });

  test('follow a roll call that arrives, and its line is announced politely', async () => {
    const portal = openStaff();
    await waitFor(() => expect(figure('rollCalls')).toContain('1 应点 12'));
    portal.replies.set('GET /api/city/today', json(sampleToday(2, [arrival])));
    portal.stream?.onNews();
    await waitFor(() => expect(figure('rollCalls')).toContain('2 应点 12'));
    const line = (await screen.findByText('老年合唱 · 第10课')).closest('li');
    expect(line?.textContent).toBe('长哨营学习驿站老年合唱 · 第10课到 28/3211:00');
    expect(line?.parentElement?.getAttribute('aria-live')).toBe('polite');
  });

  test('stay, with their time, when the portal is no longer reached', async () => {
    const portal = openStaff();
    await waitFor(() => expect(figure('rollCalls')).toContain('1 应点 12'));
    portal.replies.set('GET /api/city/today', noLink);
    portal.stream?.onNews();
    expect(await screen.findByText('下面是 11:00 的数据。')).toBeTruthy();
    expect(figure('rollCalls')).toContain('1 应点 12');
  });
});

describe('the live stream', () => {
  test('says when it is interrupted; once it is back, the numbers are asked for again', async () => {
    const portal = openStaff();
    await screen.findByText('正在接通…');
    await waitFor(() => expect(portal.stream).toBeDefined());
    portal.stream?.onState('live');
    await screen.findByText('实时');
    portal.stream?.onState('interrupted');
    await screen.findByText('实时更新中断，正在重连');
    await waitFor(() => expect(figure('rollCalls')).toContain('1 应点 12'));
    portal.replies.set('GET /api/city/today', json(sampleToday(5)));
    portal.stream?.onState('live');
    await waitFor(() => expect(figure('rollCalls')).toContain('5 应点 12'));
  });
});

describe('tiles and table', () => {
  test('tell the same of every facility', async () => {
    openStaff();
    expect(await tileWords()).toEqual([
      '长哨营学习驿站，1 天内',
      '杨宋学习驿站，超过 14 天',
      '泉河学习驿站，7 天内',
      '吉家营村学习驿站，14 天内',
      '溪翁庄学习驿站，从未联系',
    ]);
    fireEvent.click(screen.getByLabelText('表格'));
    const table = await screen.findByRole('table', { name: '5 个驿站' });
    const lines = within(table).getAllByRole('row').slice(1);
    expect(lines.map((line) => [...line.children].slice(0, 2).map((cell) => cell.textContent))).toEqual([
      ['长哨营学习驿站', '现在'],
      ['杨宋学习驿站', '23天前'],
      ['泉河学习驿站', '3天前'],
      ['吉家营村学习驿站', '9天前'],
      ['溪翁庄学习驿站', '从未联系'],
    ]);
    expect(location.search).toBe('?view=table');
  });

  test('a tile that has the focus is named below, and arrows lead on within its district', async () => {
    openStaff();
    const [first, second] = await tiles();
    first?.focus();
    expect(await screen.findByText('长哨营学习驿站', { selector: '.staff-pointed strong' })).toBeTruthy();
    if (first) fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(second);
    expect(
      (await screen.findByText('杨宋学习驿站', { selector: '.staff-pointed strong' })).parentElement?.textContent,
    ).toBe('杨宋学习驿站 上次联系：23天前 · 12 条待上报');
    expect((await tiles()).filter((tile) => tile.tabIndex === 0)).toHaveLength(2);
  });

  test('a finger’s first tap only names a tile, the second opens it', async () => {
    openStaff();
    const [, second] = await tiles();
    const tap = () => {
      if (!second) return;
      fireEvent.pointerDown(second, { pointerType: 'touch' });
      fireEvent.click(second, { detail: 1 });
    };
    tap();
    expect(await screen.findByText('杨宋学习驿站', { selector: '.staff-pointed strong' })).toBeTruthy();
    expect(location.pathname).toBe('/staff');
    tap();
    await waitFor(() => expect(location.pathname).toBe('/staff/facilities/110116101-01'));
  });
});

describe('filters', () => {
  test('come from the address', async () => {
    openStaff('/staff?district=110116&q=站&contact=silent');
    expect(await tileWords()).toEqual(['杨宋学习驿站，超过 14 天']);
    expect(screen.getByLabelText<HTMLSelectElement>('区').value).toBe('110116');
  });

  test('go into the address, and a name in either language or a code finds a facility', async () => {
    openStaff();
    await tiles();
    fireEvent.input(screen.getByLabelText('名称或编号'), { target: { value: '溪翁' } });
    await waitFor(async () => expect(await tileWords()).toEqual(['溪翁庄学习驿站，从未联系']));
    expect(new URLSearchParams(location.search).get('q')).toBe('溪翁');
    fireEvent.input(screen.getByLabelText('名称或编号'), { target: { value: 'station 110118102' } });
    await waitFor(async () => expect(await tileWords()).toEqual(['溪翁庄学习驿站，从未联系']));
    fireEvent.input(screen.getByLabelText('名称或编号'), { target: { value: '没有' } });
    fireEvent.click(await screen.findByRole('button', { name: '去掉筛选' }));
    await waitFor(async () => expect(await tileWords()).toHaveLength(5));
    expect(location.search).toBe('');
  });

  test('the list of facilities begins with those silent longest', async () => {
    openStaff('/staff/facilities');
    const table = await screen.findByRole('table');
    const names = within(table).getAllByRole('rowheader');
    expect(names.map((name) => name.textContent)).toEqual([
      '溪翁庄学习驿站',
      '杨宋学习驿站',
      '吉家营村学习驿站',
      '泉河学习驿站',
      '长哨营学习驿站',
    ]);
  });
});
