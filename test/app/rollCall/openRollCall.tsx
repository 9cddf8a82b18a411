/** Opens a roll call over a real database, and reads and touches it as a coordinator would. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect } from 'vitest';
import { RollCallScreen } from '../../../src/app/rollCall/RollCallScreen.tsx';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { Attendance, type AttendanceStatus } from '../../../src/domain/records/attendance.ts';
import { Session } from '../../../src/domain/records/session.ts';
import { childrenOf } from '../../../src/store/queries.ts';
import { enrolledDevice, phoneToday, saved, type TestDevice } from '../../fixtures/enrolledDevice.ts';
import { renderScreen } from '../../fixtures/renderScreen.tsx';

export async function openRollCall(session: string = phoneToday, prepare?: (made: TestDevice) => Promise<void>) {
  const made = await enrolledDevice();
  await prepare?.(made);
  renderScreen(made.device, <RollCallScreen id={session} />);
  await screen.findAllByText(/智能手机使用与防骗|垃圾分类讲座/);
  return made;
}

export const tiles = () => within(screen.getByRole('list', { name: '学员' })).getAllByRole('button');
export function tile(name: string, which = 0): HTMLElement {
  const found = tiles().filter((each) => each.textContent?.startsWith(name))[which];
  if (!found) throw new Error(`no tile of ${name}`);
  return found;
}
export const says = (name: string, words: string) => waitFor(() => expect(tile(name).textContent).toContain(words));
export const count = (label: string) =>
  screen.getAllByText(label).find((each) => each.tagName === 'DT')?.nextElementSibling?.textContent;
export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
export const sheet = () => within(screen.getByRole('dialog'));
export const marksOf = async ({ db }: TestDevice, session = phoneToday) =>
  Object.fromEntries((await childrenOf(db, 'attendance', session)).rows.map((mark) => [mark.learner, mark.status]));

export function marked(learner: string, status: AttendanceStatus) {
  return sureEdit(Attendance, naturalId(Attendance, phoneToday, learner), undefined, { status });
}
export const closed = (made: TestDevice) =>
  saved(made.device, [
    marked('l-chenyan', 'absent'),
    sureEdit(Session, phoneToday, undefined, { closedAt: made.device.nowMs(), status: 'held' }),
  ]);
