/** The roll call's tile: a tap marks; a hold, the right arrow and the context menu open the details and mark nothing. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tick } from '../../src/ui/icons.ts';
import { Tile, TileGrid } from '../../src/ui/Tile.tsx';

const onPress = vi.fn();
const onDetails = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onPress.mockClear();
  onDetails.mockClear();
});
afterEach(() => vi.useRealTimers());

function tile() {
  render(
    <TileGrid label="Learners">
      <Tile tone="pine" d={tick} status="Present" name="陈龑" second="14:02" onPress={onPress} onDetails={onDetails} />
    </TileGrid>,
  );
  return screen.getByRole('button');
}

const down = { button: 0, clientX: 50, clientY: 50 };

test('a tap presses once and opens nothing', () => {
  const button = tile();
  fireEvent.pointerDown(button, down);
  vi.advanceTimersByTime(200);
  fireEvent.pointerUp(button);
  fireEvent.click(button, { detail: 1 });
  vi.advanceTimersByTime(2000);
  expect(onPress).toHaveBeenCalledTimes(1);
  expect(onDetails).not.toHaveBeenCalled();
});

test('a hold opens the details once, also when the platform adds a context menu, and its release does not press', () => {
  const button = tile();
  fireEvent.pointerDown(button, down);
  vi.advanceTimersByTime(600);
  fireEvent.contextMenu(button);
  fireEvent.pointerUp(button);
  fireEvent.click(button, { detail: 1 });
  expect(onDetails).toHaveBeenCalledTimes(1);
  expect(onPress).not.toHaveBeenCalled();
});

test('the tap after a hold presses again, by finger and by key', () => {
  const button = tile();
  fireEvent.pointerDown(button, down);
  vi.advanceTimersByTime(600);
  fireEvent.pointerUp(button); // no click follows: the sheet took the release
  fireEvent.click(button, { detail: 0 });
  fireEvent.pointerDown(button, down);
  fireEvent.pointerUp(button);
  fireEvent.click(button, { detail: 1 });
  expect(onPress).toHaveBeenCalledTimes(2);
});

test('a finger that moves is scrolling, not holding', () => {
  const button = tile();
  fireEvent.pointerDown(button, down);
  fireEvent.pointerMove(button, { clientX: 50, clientY: 80 });
  vi.advanceTimersByTime(2000);
  expect(onDetails).not.toHaveBeenCalled();
});

test('the right arrow and the context menu open the details; other keys and Ctrl with it do not', () => {
  const button = tile();
  fireEvent.keyDown(button, { key: 'ArrowRight' });
  fireEvent.contextMenu(button);
  expect(onDetails).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(button, { key: 'ArrowLeft' });
  fireEvent.keyDown(button, { key: 'ArrowRight', ctrlKey: true });
  expect(onDetails).toHaveBeenCalledTimes(2);
  expect(onPress).not.toHaveBeenCalled();
});

test('a tile says its name and its status in words', () => {
  expect(tile().textContent).toBe('陈龑Present14:02');
});

test('a tile that leaves the screen under a finger opens nothing afterwards', () => {
  const { unmount } = render(
    <Tile tone="dashed" d={tick} status="Not taken" name="王伟" onPress={onPress} onDetails={onDetails} />,
  );
  fireEvent.pointerDown(screen.getByRole('button'), down);
  unmount();
  vi.advanceTimersByTime(2000);
  expect(onDetails).not.toHaveBeenCalled();
});
