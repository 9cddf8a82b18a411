/**
 * The 320 facilities of the demo city: a learning station in every suburban subdistrict, 48 village stations, and 62
 * colleges and schools. Deterministic: the same list, codes and names every time, in the order of the codes.
 * Places are real; the facilities, their networks and addresses are invented.
 */
import { assert } from '../../domain/kit/assert.ts';
import type { Network } from '../../domain/records/facility.ts';
import { districts, suburbanSubdistricts } from './divisions.ts';
import {
  adultSchools,
  communityColleges,
  olderPeoplesBranches,
  olderPeoplesUniversities,
  openSchools,
} from './institutions.ts';
import { placeNames } from './placeNames.ts';
import { villages } from './villages.ts';

export type DemoFacilityKind =
  | 'distancePoint'
  | 'communityCollege'
  | 'olderPeoplesUniversity'
  | 'openSchool'
  | 'adultSchool';

export interface DemoFacility {
  /** The 9-digit subdistrict code, a hyphen, a 2-digit number: `110116211-01`. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The district's 6-digit code. */
  readonly district: string;
  readonly network: Network;
  readonly kind: DemoFacilityKind;
  readonly addressZh?: string;
}

/** A subdistrict or town with all that names are made of. */
interface Place {
  readonly code: string;
  /** Its place in the list of all: what varies from town to town without chance. */
  readonly index: number;
  readonly zh: string;
  readonly en: string;
  readonly district: string;
  readonly districtZh: string;
  readonly districtEn: string;
  readonly addressZh: string;
}

type Unnumbered = Omit<DemoFacility, 'code' | 'district'>;

/** All facilities; the first of each subdistrict is its learning station. */
export function demoFacilities(): readonly DemoFacility[] {
  return suburbanSubdistricts.flatMap(({ code, zh }, index) => {
    const place = placeAt(code, zh, index);
    return [station(place), ...institutions(place), ...villageStations(place)].map((facility, i) => ({
      code: `${code}-${String(i + 1).padStart(2, '0')}`,
      district: place.district,
      ...facility,
    }));
  });
}

function placeAt(code: string, fullZh: string, index: number): Place {
  const district = districts.find((each) => code.startsWith(each.code));
  const name = placeNames[index];
  assert(district !== undefined && name?.[0] === code, `no district or short name for ${code}`);
  return {
    code,
    index,
    zh: name[1],
    en: name[2],
    district: district.code,
    districtZh: district.zh.replace(/区$/, ''),
    districtEn: district.en,
    addressZh: `北京市${district.zh}${fullZh}`,
  };
}

const streetSites = ['社区服务中心一层', '市民活动中心二层', '文化活动中心一层'];
const townSites = ['综合文化站', '便民服务中心一层', '成人教育中心', '文化活动中心'];
const zoneSites = ['职工学习中心'];

function station(place: Place): Unnumbered {
  return {
    zh: `${place.zh}学习驿站`,
    en: `${place.en} Learning Station`,
    network: networkOf(place),
    kind: 'distancePoint',
    addressZh: place.addressZh + siteOf(place),
  };
}

// In statutory codes the last three digits tell: 001–099 streets and areas, 1xx towns, 2xx townships, 4xx zones.
const isStreet = (place: Place) => place.code.slice(6) < '100';
const isDevelopmentZone = (place: Place) => place.code.slice(6) >= '400';

function siteOf(place: Place): string {
  const sites = isDevelopmentZone(place) ? zoneSites : isStreet(place) ? streetSites : townSites;
  const site = sites[place.index % sites.length];
  assert(site !== undefined, 'a list of sites is empty');
  return site;
}

function networkOf(place: Place): Network {
  if (isDevelopmentZone(place)) return 'enterprise';
  if (place.index % 12 === 5) return 'thirdSector';
  return isStreet(place) ? 'communityCollege' : 'adultCollege';
}

function villageStations(place: Place): readonly Unnumbered[] {
  return villages
    .filter(([town]) => town === place.code)
    .map(([, zh, en]) => ({
      zh: `${zh}村学习驿站`,
      en: `${en} Village Learning Station`,
      network: 'adultCollege',
      kind: 'distancePoint',
      addressZh: `${place.addressZh}${zh}村村委会`,
    }));
}

function institutions(place: Place): readonly Unnumbered[] {
  const { zh, en, districtZh, districtEn, code } = place;
  const here = (codes: readonly string[], facility: Unnumbered) => (codes.includes(code) ? [facility] : []);
  return [
    ...here(communityColleges, {
      zh: `${districtZh}社区学院`,
      en: `${districtEn} Community College`,
      network: 'communityCollege',
      kind: 'communityCollege',
    }),
    ...here(olderPeoplesUniversities, {
      zh: `${districtZh}老年大学`,
      en: `${districtEn} University for Older People`,
      network: 'communityCollege',
      kind: 'olderPeoplesUniversity',
    }),
    ...here(olderPeoplesBranches, {
      zh: `${districtZh}老年大学${zh}分校`,
      en: `${districtEn} University for Older People, ${en} Branch`,
      network: 'communityCollege',
      kind: 'olderPeoplesUniversity',
    }),
    ...here(adultSchools, {
      zh: `${zh}成人学校`,
      en: `${en} Adult School`,
      network: 'adultCollege',
      kind: 'adultSchool',
    }),
    ...here(openSchools, {
      zh: `${zh}开放学校`,
      en: `${en} Open School`,
      network: 'communityCollege',
      kind: 'openSchool',
    }),
  ];
}
