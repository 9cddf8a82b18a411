/** What the queue screen does: give a refused change up, or queue its record again as it is now. */
import type { CommitOutcome } from '../../store/commit.ts';
import { discardRefused } from '../../store/workState.ts';
import type { Device } from '../shell/device.ts';
import { type RefusedItem, wholeRecord } from './queries.ts';

/** The portal will not get this change; the record here stays. */
export function discard(device: Device, item: RefusedItem): Promise<void> {
  return discardRefused(device.db, item.n);
}

/** A new change with everything the record holds now: also right for one that the portal never took whole. */
export async function sendAgain(device: Device, item: RefusedItem): Promise<CommitOutcome['kind'] | 'gone'> {
  const fields = await wholeRecord(device.db, item.kind, item.id);
  if (!fields) return 'gone';
  const { kind } = await device.save([{ kind: item.kind, id: item.id, fields }]);
  if (kind === 'saved') await discardRefused(device.db, item.n);
  return kind;
}
