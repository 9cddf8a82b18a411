/**
 * The tablets of the demo city as the portal would know them: when each was last in contact, what waits on it, how
 * wrong its clock is. Their status is `demo` and they have no key, so that nobody can sign as one of them; their ids
 * are outside the sequence of real devices. Values only; seed.ts writes them.
 */
import { assert } from '../../domain/kit/assert.ts';
import { isDeviceId } from '../../sync/hlc.ts';
import { between, type Chance, chances } from './chances.ts';
import { demoPlaces } from './demoClasses.ts';
import { demoFacilities } from './facilities.ts';
import { dayMs, minuteMs } from './seedTime.ts';

export interface DemoDevice {
  readonly id: string;
  readonly facility: string;
  readonly district: string;
  readonly label: string;
  readonly enrolledAt: number;
  readonly lastContactAt: number | null;
  readonly pending: number;
  readonly app: string | null;
  readonly clockOffsetMs: number | null;
}

/** What the devices' status says; the portal lets no such device in. */
export const demoStatus = 'demo';

const toldInFull = new Set(demoPlaces.map(({ facility }) => facility));
/** Facilities, by their place in the list, that have been silent: for so many days, or since ever. */
const silentDays: Readonly<Record<number, number>> = { 17: 9, 101: 12, 143: 8, 164: 16, 212: 23, 288: 41 };
const neverHeard: readonly number[] = [64, 255];

/** One or two devices a facility, the same at every call but for the time they are counted from. */
export function demoDevices(nowMs: number): readonly DemoDevice[] {
  return demoFacilities().flatMap(({ code, district, zh }, i) => {
    const chance = chances(`devices ${code}`);
    const labels = chance() < 0.3 ? ['平板一', '平板二'] : ['平板一'];
    return labels.map((label, k) => {
      const id = `demo${(i * 2 + k).toString(36)}`;
      assert(isDeviceId(id), `device ${id}`);
      return {
        id,
        facility: code,
        district,
        label: `${zh} ${label}`,
        ...stateOf(chance, i, nowMs, toldInFull.has(code)),
      };
    });
  });
}

function stateOf(chance: Chance, i: number, nowMs: number, isToldInFull: boolean) {
  const enrolledAt = nowMs - between(chance, 120, 500) * dayMs;
  if (neverHeard.includes(i)) return { enrolledAt, lastContactAt: null, pending: 0, app: null, clockOffsetMs: null };
  const silent = silentDays[i];
  // To the tenth: most spoke within the last hour, some days ago. Those told in full have told it all.
  const spokeMs = isToldInFull ? minuteMs / 2 : Math.floor(chance() ** 10 * 6 * dayMs);
  const agoMs = silent === undefined ? spokeMs : silent * dayMs;
  const isQuiet = agoMs < 4 * 60 * minuteMs;
  const pending = silent !== undefined ? between(chance, 60, 240) : isQuiet ? 0 : between(chance, 0, 14);
  const app = chance() < 0.93 ? '0.1.0' : '0.0.9';
  const drift = chance() < 0.03 ? between(chance, -45, 45) * minuteMs : between(chance, -2_500, 2_500);
  return { enrolledAt, lastContactAt: nowMs - agoMs, pending, app, clockOffsetMs: drift };
}
