/**
 * The demo city's tables hold together: whole, unique, within the records' limits, and the same at every call.
 */
import { describe, expect, test } from 'vitest';
import { codePoints, hasControlCharacters, tidyText } from '../../../src/domain/kit/text.ts';
import { courses } from '../../../src/portal/demo/courses.ts';
import { districts, suburbanSubdistricts } from '../../../src/portal/demo/divisions.ts';
import { demoFacilities } from '../../../src/portal/demo/facilities.ts';
import { adultSchools, communityColleges, openSchools } from '../../../src/portal/demo/institutions.ts';
import { demoYear, edgeNames, inventPerson, inventTeacher } from '../../../src/portal/demo/people.ts';
import { placeNames } from '../../../src/portal/demo/placeNames.ts';
import { programmes } from '../../../src/portal/demo/programmes.ts';
import { rooms, weeklyPatterns } from '../../../src/portal/demo/timetables.ts';
import { villages } from '../../../src/portal/demo/villages.ts';

const titleMax = 40;
const facilities = demoFacilities();

function expectUnique(values: readonly string[]): void {
  expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([]);
}

/** As a form would keep them: NFC, trimmed, canonical dots, nothing that breaks papers. */
function expectTidy(texts: readonly string[]): void {
  expect(texts.filter((text) => text === '' || tidyText(text) !== text || hasControlCharacters(text))).toEqual([]);
}

/** The generator Mulberry32: the same chances for the same seed. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('programmes and courses', () => {
  test('there are 44 programmes of all four networks and eleven themes', () => {
    expect(programmes).toHaveLength(44);
    expectUnique(programmes.map(({ id }) => id));
    expectUnique(programmes.map(({ zh }) => zh));
    expect(new Set(programmes.map(({ network }) => network)).size).toBe(4);
    expect(new Set(programmes.map(({ theme }) => theme)).size).toBe(11);
  });

  test('every course belongs to a programme, and every programme has two to four', () => {
    expectUnique(courses.map(({ id }) => id));
    expectUnique(courses.map(({ zh }) => zh));
    const known = new Set(programmes.map(({ id }) => id));
    expect(courses.filter(({ programme }) => !known.has(programme))).toEqual([]);
    for (const { id } of programmes) {
      const count = courses.filter(({ programme }) => programme === id).length;
      expect(count, id).toBeGreaterThanOrEqual(2);
      expect(count, id).toBeLessThanOrEqual(4);
    }
  });

  test('ids run in order without gaps', () => {
    expect(programmes.map(({ id }) => id)).toEqual(programmes.map((_, i) => `p${String(i + 1).padStart(2, '0')}`));
    expect(courses.map(({ id }) => id)).toEqual(courses.map((_, i) => `c${String(i + 1).padStart(3, '0')}`));
  });

  test('titles are tidy and have at most 40 code points in both languages', () => {
    const titles = [...programmes, ...courses].flatMap(({ zh, en }) => [zh, en]);
    expectTidy(titles);
    expect(titles.filter((title) => codePoints(title) > titleMax)).toEqual([]);
    expectTidy(programmes.flatMap(({ ownerZh, ownerEn }) => [ownerZh, ownerEn]));
  });

  test('every course asks something for completion: attendance, an assessment, or both; all levels are taught', () => {
    expect(courses.filter((each) => each.minAttendancePercent === undefined && !each.assessment)).toEqual([]);
    expect(courses.some((each) => each.minAttendancePercent === undefined)).toBe(true);
    expect(courses.some((each) => each.minAttendancePercent !== undefined && each.assessment)).toBe(true);
    expect(courses.some((each) => !each.assessment)).toBe(true);
    expect(new Set(courses.map(({ level }) => level)).size).toBe(7);
  });

  test('lesson topics, where there are some, are one a session', () => {
    const withTopics = courses.filter(({ topics }) => topics !== undefined);
    expect(withTopics.length).toBeGreaterThanOrEqual(15);
    for (const { zh, sessions, topics } of withTopics) expect(topics, zh).toHaveLength(sessions);
    expectTidy(withTopics.flatMap(({ topics }) => topics ?? []));
  });
});

describe('facilities', () => {
  test('there are 320 with codes and names of their own, the same at every call', () => {
    expect(facilities).toHaveLength(320);
    expectUnique(facilities.map(({ code }) => code));
    expectUnique(facilities.map(({ zh }) => zh));
    expectUnique(facilities.map(({ en }) => en));
    expect(demoFacilities()).toEqual(facilities);
  });

  test('every suburban subdistrict has one, in all ten districts', () => {
    const suburban = districts.filter((each) => each.suburban).map(({ code }) => code);
    expect(districts).toHaveLength(16);
    expect(suburban).toHaveLength(10);
    expect(new Set(facilities.map(({ district }) => district))).toEqual(new Set(suburban));
    const covered = new Set(facilities.map(({ code }) => code.slice(0, 9)));
    expect(suburbanSubdistricts).toHaveLength(210);
    expect(suburbanSubdistricts.filter(({ code }) => !covered.has(code))).toEqual([]);
    expect(covered.size).toBe(210);
  });

  test('a code begins with its district and ends in two digits', () => {
    for (const { code, district } of facilities) expect(code).toMatch(new RegExp(`^${district}\\d{3}-\\d{2}$`));
  });

  test('most are distance-learning points; every other kind and network exists', () => {
    const points = facilities.filter(({ kind }) => kind === 'distancePoint').length;
    expect(points).toBeGreaterThan(facilities.length * 0.75);
    expect(new Set(facilities.map(({ kind }) => kind)).size).toBe(5);
    expect(new Set(facilities.map(({ network }) => network)).size).toBe(4);
    expect(communityColleges).toHaveLength(10);
    expect(adultSchools).toHaveLength(26);
    expect(openSchools).toHaveLength(14);
  });

  test('names are tidy, Chinese in Chinese and pinyin in plain letters', () => {
    expectTidy(
      facilities.flatMap(({ zh, en, addressZh }) => [zh, en, ...(addressZh === undefined ? [] : [addressZh])]),
    );
    for (const { zh, en } of facilities) {
      expect(zh).toMatch(/^\p{Script=Han}+$/u);
      expect(en).toMatch(/^[A-Z][A-Za-z', ]+$/);
    }
    const station = facilities.find(({ code }) => code === '110116211-01');
    expect(station).toMatchObject({ zh: '长哨营学习驿站', en: 'Changshaoying Learning Station' });
  });

  test('short names and villages stand at real codes', () => {
    const codes = suburbanSubdistricts.map(({ code }) => code);
    expect(placeNames.map(([code]) => code)).toEqual(codes);
    expect(villages.filter(([code]) => !codes.includes(code))).toEqual([]);
  });
});

describe('people', () => {
  const random = chances(20261110);
  const people = Array.from({ length: 20_000 }, () => inventPerson(random));

  test('more than half of the learners are between 58 and 80', () => {
    const ages = people.map(({ birthYear }) => demoYear - birthYear);
    const older = ages.filter((age) => age >= 58 && age <= 80).length / ages.length;
    expect(older).toBeGreaterThan(0.5);
    expect(older).toBeLessThan(0.65);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...ages)).toBeLessThanOrEqual(92);
  });

  test('phones have eleven digits of a prefix that is not in use', () => {
    for (const { phone } of people) expect(phone).toMatch(/^1600\d{7}$/);
  });

  test('names are tidy and include the hazards', () => {
    expectTidy(people.map(({ name }) => name));
    expectTidy(edgeNames);
    expect(edgeNames.filter((edge) => !people.some(({ name }) => name === edge))).toEqual([]);
  });

  test('the same chances make the same people', () => {
    expect(inventPerson(chances(7))).toEqual(inventPerson(chances(7)));
    expect(inventTeacher(chances(7))).toEqual(inventTeacher(chances(7)));
  });

  test('the ends of the range of chance make people too', () => {
    for (const end of [0, 1 - 2 ** -32]) {
      expectTidy([inventPerson(() => end).name, inventTeacher(() => end).name]);
    }
  });

  test('teachers have one to three different subjects', () => {
    for (let i = 0; i < 200; i++) {
      const { subjects } = inventTeacher(random);
      expect(subjects.length).toBeGreaterThanOrEqual(1);
      expect(subjects.length).toBeLessThanOrEqual(3);
      expectUnique(subjects);
    }
  });
});

describe('timetables', () => {
  test('every length of lesson has a weekly pattern', () => {
    const lengths = new Set(weeklyPatterns.flatMap(({ meetings }) => meetings.map(({ minutes }) => minutes)));
    expect(courses.filter(({ minutes, sessions }) => !lengths.has(minutes / sessions))).toEqual([]);
  });

  test('patterns are well-formed, and one pattern has lessons of one length', () => {
    expectUnique(weeklyPatterns.map(({ id }) => id));
    for (const { id, meetings } of weeklyPatterns) {
      expect(new Set(meetings.map(({ minutes }) => minutes)).size, id).toBe(1);
      for (const { weekday, start } of meetings) {
        expect(weekday).toBeGreaterThanOrEqual(1);
        expect(weekday).toBeLessThanOrEqual(7);
        expect(start).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }
    }
  });

  test('rooms have names of their own and seats', () => {
    expectUnique(rooms.map(({ id }) => id));
    expectTidy(rooms.flatMap(({ zh, en }) => [zh, en]));
    expect(rooms.filter(({ capacity }) => capacity < 1)).toEqual([]);
  });
});
