/**
 * The statutory divisions that the demo city stands on, typed: 16 districts, and the 210 subdistricts and towns of the
 * ten suburban ones. The data and its origin are in divisions.data.json.
 */
import { assert } from '../../domain/kit/assert.ts';
import data from './divisions.data.json' with { type: 'json' };

export interface District {
  /** 6 digits. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly suburban: boolean;
}

export interface Subdistrict {
  /** 9 digits, the first six its district's. */
  readonly code: string;
  readonly zh: string;
}

export const districts: readonly District[] = data.districts;

export const suburbanSubdistricts: readonly Subdistrict[] = data.subdistricts.map(([code, zh]) => {
  assert(code !== undefined && zh !== undefined, 'a subdistrict is a code and a name');
  return { code, zh };
});
