/** What the last tab reads: this device's identity and facility, its clock, and the room that the browser gives it. */
import type { Facility } from '../../domain/records/facility.ts';
import { contactOf, type DeviceDatabase, identityOf, sequenceOf } from '../../store/database.ts';
import { getRow } from '../../store/queries.ts';

export interface DeviceFacts {
  readonly device: string;
  readonly facilityId: string;
  /** Undefined until the portal has sent it. */
  readonly facility: Facility | undefined;
  readonly enrolledAt: number;
  /** Portal clock − device clock, ms; undefined before the first contact. */
  readonly offsetMs: number | undefined;
}

export async function readDeviceFacts(db: DeviceDatabase): Promise<DeviceFacts | 'notEnrolled'> {
  const [identity, sequence, contact] = await Promise.all([identityOf(db), sequenceOf(db), contactOf(db)]);
  if (!identity) return 'notEnrolled';
  return {
    device: identity.device,
    facilityId: identity.facility,
    facility: await getRow(db, 'facility', identity.facility),
    enrolledAt: identity.enrolledAt,
    offsetMs: contact?.receivedAt === undefined ? undefined : sequence?.offsetMs,
  };
}

/** Bytes, as the browser estimates them; undefined where it does not say. */
export async function readStorageUse(): Promise<{ readonly used: number; readonly quota: number } | undefined> {
  const estimate = await navigator.storage?.estimate?.();
  if (estimate?.usage === undefined || estimate.quota === undefined) return undefined;
  return { used: estimate.usage, quota: estimate.quota };
}
