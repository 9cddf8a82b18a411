/** Buttons, choices and fields: what a person presses and reads. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { Button } from '../../src/ui/Button.tsx';
import { Choice } from '../../src/ui/Choice.tsx';
import { Icon } from '../../src/ui/Icon.tsx';
import { IconButton } from '../../src/ui/IconButton.tsx';
import * as firstIcons from '../../src/ui/icons.ts';
import * as moreIcons from '../../src/ui/moreIcons.ts';
import { NumberField, readWhole } from '../../src/ui/NumberField.tsx';
import { Select } from '../../src/ui/Select.tsx';
import { Switch } from '../../src/ui/Switch.tsx';
import { TextField } from '../../src/ui/TextField.tsx';

const icons = { ...firstIcons, ...moreIcons };

test('a button tells its press, and a disabled one does not', () => {
  const onPress = vi.fn();
  render(
    <>
      <Button onPress={onPress}>Save</Button>
      <Button onPress={onPress} disabled>
        Later
      </Button>
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  fireEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(onPress).toHaveBeenCalledTimes(1);
});

test('a button with an address is a link, unless it is disabled', () => {
  render(
    <>
      <Button href="/classes">Classes</Button>
      <Button href="/library" disabled>
        Library
      </Button>
    </>,
  );
  expect(screen.getByRole('link', { name: 'Classes' }).getAttribute('href')).toBe('/classes');
  expect(screen.queryByRole('link', { name: 'Library' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Library' })).toBeTruthy();
});

test('an icon button has its label as name, and its icon is silent', () => {
  render(<IconButton d={icons.undo} label="Undo" />);
  expect(screen.getByRole('button', { name: 'Undo' }).querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

test('an icon that stands alone is an image with a name', () => {
  render(<Icon d={icons.lock} label="Locked" />);
  expect(screen.getByRole('img', { name: 'Locked' })).toBeTruthy();
});

test('every icon begins with a move and stays on the grid of 24', () => {
  for (const [name, d] of Object.entries(icons)) {
    expect(d, name).toMatch(/^M[\d .a-zA-Z-]+$/);
    for (const [, x, y] of d.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)) {
      expect(Number(x), name).toBeLessThanOrEqual(24);
      expect(Number(y), name).toBeLessThanOrEqual(24);
    }
  }
});

test('a field carries its hint and its error in words, and both are read out with it', () => {
  const { rerender } = render(<TextField label="Name" hint="As on the card" value="" onInput={() => undefined} />);
  const field = screen.getByLabelText('Name');
  expect(field.getAttribute('aria-invalid')).toBeNull();
  rerender(<TextField label="Name" hint="As on the card" error="Missing" value="" onInput={() => undefined} />);
  const read = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent?.trim());
  expect(read).toEqual(['As on the card', 'Missing']);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('two fields of one label keep their notes apart', () => {
  render(
    <>
      <TextField label="Phone" error="Too short" value="1" onInput={() => undefined} />
      <TextField label="Phone" error="Too long" value="2" onInput={() => undefined} />
    </>,
  );
  const notes = screen
    .getAllByLabelText('Phone')
    .map((field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent?.trim());
  expect(notes).toEqual(['Too short', 'Too long']);
});

test('a text field hands over what is typed, and Enter only when no input method is composing', () => {
  const onInput = vi.fn();
  const onEnter = vi.fn();
  render(<TextField label="Search" value="" onInput={onInput} onEnter={onEnter} />);
  const field = screen.getByLabelText('Search');
  fireEvent.input(field, { target: { value: 'zw' } });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(onEnter).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onInput).toHaveBeenCalledWith('zw');
  expect(onEnter).toHaveBeenCalledTimes(1);
});

function Minutes({ onChange }: { onChange: (value: number | undefined) => void }) {
  const [value, setValue] = useState<number | undefined>(14);
  return (
    <NumberField
      label="Minutes"
      lessLabel="Less"
      moreLabel="More"
      min={0}
      max={15}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

test('a stepper counts within its limits, by button and by arrow key', () => {
  const onChange = vi.fn();
  render(<Minutes onChange={onChange} />);
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  fireEvent.keyDown(screen.getByLabelText('Minutes'), { key: 'ArrowDown' });
  expect(onChange.mock.calls.flat()).toEqual([15, 15, 14]);
});

test('a stepper leaves what is typed as it is, and tells that it is no number', () => {
  const onChange = vi.fn();
  render(<Minutes onChange={onChange} />);
  const field = screen.getByLabelText('Minutes');
  fireEvent.input(field, { target: { value: '1x' } });
  expect(onChange).toHaveBeenLastCalledWith(undefined);
  expect(field).toHaveProperty('value', '1x');
});

test('whole numbers are read as people type them', () => {
  expect(['15', '１５', ' 7 ', '-3', '', '1.5', 'x', '9999999999'].map(readWhole)).toEqual([
    15,
    15,
    7,
    -3,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

const days = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
] as const;

test('a select hands over the value that belongs to the chosen words', () => {
  const onChange = vi.fn();
  render(<Select label="Day" value="mon" options={days} onChange={onChange} />);
  const select = screen.getByLabelText('Day');
  expect(select).toHaveProperty('value', 'mon');
  fireEvent.change(select, { target: { value: 'tue' } });
  expect(onChange).toHaveBeenCalledWith('tue');
});

test('a choice is a named group of radios with its error in words', () => {
  const onChange = vi.fn();
  render(<Choice label="Day" error="Choose one" value="mon" options={days} onChange={onChange} />);
  const group = screen.getByRole('group', { name: 'Day' });
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent?.trim()).toBe('Choose one');
  expect(screen.getByRole('radio', { name: 'Monday' })).toHaveProperty('checked', true);
  fireEvent.click(screen.getByRole('radio', { name: 'Tuesday' }));
  expect(onChange).toHaveBeenCalledWith('tue');
});

test('a switch tells its next state, and its hint is not part of its name', () => {
  const onChange = vi.fn();
  render(<Switch label="Large words" hint="Bigger everywhere" checked={false} onChange={onChange} />);
  fireEvent.click(screen.getByRole('switch', { name: 'Large words' }));
  expect(onChange).toHaveBeenCalledWith(true);
});
