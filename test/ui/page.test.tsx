/** The frame, messages, lists and tables: what is always there and how it reads. */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { DataTable } from '../../src/ui/DataTable.tsx';
import { Frame } from '../../src/ui/Frame.tsx';
import { today } from '../../src/ui/icons.ts';
import { List, Row } from '../../src/ui/List.tsx';
import { classes } from '../../src/ui/moreIcons.ts';
import { Notice } from '../../src/ui/Notice.tsx';
import { Progress } from '../../src/ui/Progress.tsx';
import { StateLine } from '../../src/ui/StateLine.tsx';
import { Toast } from '../../src/ui/Toast.tsx';

test('the frame marks where one is, says the state of the work, and lets the keyboard skip to the content', () => {
  render(
    <Frame
      title="Changshaoying"
      tabs={[
        { key: 'today', href: '/', label: 'Today', d: today },
        { key: 'classes', href: '/classes', label: 'Classes', d: classes },
      ]}
      current="classes"
      tabsLabel="Pages"
      skipLabel="Skip to the content"
      state={<StateLine state="here" parts={['Saved here', '37 wait']} href="/queue" />}
    >
      Content
    </Frame>,
  );
  const links = within(screen.getByRole('navigation', { name: 'Pages' })).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
    ['Today', null],
    ['Classes', 'page'],
  ]);
  expect(screen.getByRole('link', { name: 'Saved here · 37 wait' }).getAttribute('href')).toBe('/queue');
  expect(screen.getByRole('link', { name: 'Skip to the content' }).getAttribute('href')).toBe(
    `#${screen.getByRole('main').id}`,
  );
});

test('a message stays in the same announced place, with its way back, until it is dismissed', () => {
  const onPress = vi.fn();
  const onDismiss = vi.fn();
  const words = { dismissLabel: 'Dismiss', onDismiss };
  const { rerender } = render(<Toast message={undefined} {...words} />);
  const place = screen.getByRole('status');
  expect(place.textContent).toBe('');
  rerender(<Toast message={{ words: '王伟 is absent', action: { label: 'Undo', onPress } }} {...words} />);
  expect(screen.getByRole('status')).toBe(place);
  expect(place.textContent).toBe('王伟 is absent');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect([onPress, onDismiss].map((spy) => spy.mock.calls.length)).toEqual([1, 1]);
});

test('an error says what happened, what is safe and what to do, at once', () => {
  render(<Notice tone="error" title="The disk is full." safe="Earlier marks are safe." todo="Remove a pack." />);
  expect(screen.getByRole('alert').textContent).toBe('The disk is full.Earlier marks are safe.Remove a pack.');
});

test('a row leads somewhere, does something or just stands, and its own button is no part of it', () => {
  const onPress = vi.fn();
  const onRoll = vi.fn();
  render(
    <List label="Today">
      <Row title="Dance" href="/dance" />
      <Row
        title="Phones"
        onPress={onPress}
        end={
          <button type="button" onClick={onRoll}>
            Roll call
          </button>
        }
      />
      <Row title="Talk" />
    </List>,
  );
  expect(within(screen.getByRole('list', { name: 'Today' })).getAllByRole('listitem')).toHaveLength(3);
  expect(screen.getByRole('link', { name: 'Dance' }).getAttribute('href')).toBe('/dance');
  fireEvent.click(screen.getByRole('button', { name: 'Roll call' }));
  expect(onPress).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Phones' }));
  expect(onPress).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('button', { name: 'Talk' })).toBeNull();
});

test('a table has a caption, heads for columns and rows, and a last row of totals', () => {
  const rows = [
    { name: 'Dance', hours: 12 },
    { name: 'Choir', hours: 4 },
  ];
  render(
    <DataTable
      caption="November"
      columns={[
        { key: 'name', label: 'Class', cell: (row) => row.name },
        { key: 'hours', label: 'Hours', number: true, cell: (row) => row.hours },
      ]}
      rows={rows}
      rowKey={(row) => row.name}
      totals={{ name: 'All', hours: 16 }}
    />,
  );
  const table = screen.getByRole('table', { name: 'November' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Class', 'Hours']);
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Dance', 'Choir', 'All']);
  expect(
    within(table)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['12', '4', '16']);
});

test('progress is said in words; without a value it claims no amount', () => {
  render(
    <>
      <Progress label="Download" words="12 of 30" value={12} max={30} />
      <Progress label="Check" words="118 rows" />
    </>,
  );
  const [download, check] = screen.getAllByRole('progressbar');
  expect(document.getElementById(download?.getAttribute('aria-describedby') ?? '')?.textContent).toBe('12 of 30');
  expect(download?.getAttribute('value')).toBe('12');
  expect(check?.hasAttribute('value')).toBe(false);
});
