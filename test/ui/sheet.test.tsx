/** The sheet: how it opens, asks to be closed, and gives the focus back. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { Sheet } from '../../src/ui/Sheet.tsx';

function Page({ onClose }: { onClose: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Details
      </button>
      <Sheet
        open={open}
        title="王伟"
        closeLabel="Close"
        onClose={() => {
          onClose();
          setOpen(false);
        }}
      >
        <input type="file" aria-label="File" />
      </Sheet>
    </>
  );
}

function openSheet() {
  const onClose = vi.fn();
  render(<Page onClose={onClose} />);
  const opener = screen.getByRole('button', { name: 'Details' });
  opener.focus();
  fireEvent.click(opener);
  return { onClose, opener, dialog: screen.getByRole('dialog', { name: '王伟' }) };
}

test('a sheet opens as a modal dialog named by its title', () => {
  expect(openSheet().dialog).toHaveProperty('open', true);
});

test.each([
  ['its close button', () => screen.getByRole('button', { name: 'Close' }).click()],
  ['Esc, which the platform tells as cancel', () => fireEvent(screen.getByRole('dialog'), new Event('cancel'))],
  ['the platform itself, which tells close', () => fireEvent(screen.getByRole('dialog'), new Event('close'))],
  ['a tap beside it', () => fireEvent.click(screen.getByRole('dialog'))],
])('a sheet is closed by %s, once, and the focus is back where it was', async (_, act) => {
  const { onClose, opener } = openSheet();
  screen.getByLabelText('File').focus();
  act();
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(opener);
});

test('a tap inside, or a file picker that was cancelled inside, leaves the sheet open', () => {
  const { onClose } = openSheet();
  fireEvent.click(screen.getByText('王伟'));
  fireEvent(screen.getByLabelText('File'), new Event('cancel', { bubbles: true }));
  expect(onClose).not.toHaveBeenCalled();
});
