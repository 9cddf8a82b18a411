/** Districts are no records: their names are the statutory ones, and a code that is not listed stands for itself. */
import { districts } from '../demo/divisions.ts';

export interface DistrictName {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The names of a district code. */
export function districtName(code: string): DistrictName {
  const known = districts.find((district) => district.code === code);
  return { code, zh: known?.zh ?? code, en: known?.en ?? code };
}
