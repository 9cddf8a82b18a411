/** The demo city in a database: whole, once, and nothing that a tablet could not have sent. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { missingFields, parseChangeFields } from '../../../src/domain/kit/parse.ts';
import { kinds } from '../../../src/domain/schema.ts';
import { selectRows } from '../../../src/portal/db/heldRows.ts';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import { chances, inventId } from '../../../src/portal/demo/chances.ts';
import { type DemoPlace, demoFacility, demoPlaces } from '../../../src/portal/demo/demoClasses.ts';
import { edgeNames } from '../../../src/portal/demo/people.ts';
import { seedDemoCity } from '../../../src/portal/demo/seed.ts';
import { classEdits } from '../../../src/portal/demo/seedClasses.ts';
import { seedTime } from '../../../src/portal/demo/seedTime.ts';
import type { Portal } from '../../../src/portal/portal.ts';
import { referencesOf } from '../../../src/sync/judge.ts';
import { eachDatabase } from '../db/databases.ts';
import { portalFor, type TestClock, tuesdayEvening } from '../staff/portalFor.ts';

const today = '2026-11-24';
const scope = `facility:${demoFacility}`;
const minuteMs = 60_000;

eachDatabase<PortalSchema>('the demo city', ({ database }) => {
  const clock: TestClock = { nowMs: tuesdayEvening };
  let portal: Portal;
  let before: string;
  beforeAll(async () => {
    portal = await portalFor(database(), clock);
    expect(await seedDemoCity(portal)).toMatchObject({ kind: 'seeded' });
    before = await everything();
  });

  const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(portal.db)).rows;
  const everything = async () => {
    const tables = [...Object.keys(kinds), 'device', 'session_tally', 'scope_version', 'setting'];
    const hashes = tables.map((table) =>
      rowsOf(sql`select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql.table(table)} t`),
    );
    return JSON.stringify(await Promise.all(hashes));
  };

  test('seeding again, on another day, changes nothing', async () => {
    clock.nowMs += 3 * 24 * 60 * minuteMs;
    expect(await seedDemoCity(portal)).toEqual({ kind: 'there' });
    clock.nowMs = tuesdayEvening;
    expect(await everything()).toBe(before);
  });

  test('it has 320 facilities, 44 programmes, 123 courses and a tablet or two for each facility', async () => {
    const [counts] = await rowsOf(sql`select (select count(*) from facility where scope = 'city') as facilities,
      (select count(*) from programme) as programmes, (select count(*) from course) as courses,
      (select count(distinct facility) from device) as "withDevice", (select max(id) from device) as device`);
    expect(counts).toMatchObject({ facilities: 320, programmes: 44, courses: 123, withDevice: 320 });
  });

  test('nobody can sign as one of its tablets', async () => {
    const rows = await portal.db.selectFrom('device').select(['status', 'public_key', 'id']).execute();
    expect(rows.filter((each) => each.status === 'active' || each.public_key !== null)).toEqual([]);
    expect(rows.filter(({ id }) => !/^demo[0-9a-z]+$/.test(id))).toEqual([]);
  });

  test('every record keeps the limits of its kind, and refers to what exists', async () => {
    const known = new Set<string>();
    const wanted: string[] = [];
    for (const kind of Object.values(kinds)) {
      const ids = await rowsOf(sql<{ scope: string; id: string }>`select scope, id from ${sql.table(kind.name)}`);
      for (const each of new Set(ids.map((row) => row.scope))) {
        const found = await selectRows(
          portal.db,
          kind,
          each,
          ids.filter((row) => row.scope === each).map(({ id }) => id),
        );
        for (const { held } of found) {
          known.add(`${kind.name} ${held.id}`);
          const parsed = parseChangeFields(kind, held.values, 'form');
          expect(parsed, `${kind.name} ${held.id}`).toMatchObject({ ok: true });
          expect(missingFields(kind, held.values), `${kind.name} ${held.id}`).toEqual([]);
          const references = referencesOf({ kind: kind.name, id: held.id, fields: held.values });
          wanted.push(...references.map((reference) => `${reference.kind} ${reference.id}`));
        }
      }
    }
    expect(wanted.filter((address) => !known.has(address))).toEqual([]);
  });

  test('versions run from one without a gap in every scope', async () => {
    const tables = Object.keys(kinds).map((kind) => sql`select scope, version from ${sql.table(kind)}`);
    const rows = await rowsOf(sql`select v.scope from (${sql.join(tables, sql` union all `)}) v
      join scope_version s on s.scope = v.scope
      group by v.scope, s.version having count(*) <> s.version or max(v.version) <> s.version`);
    expect(rows).toEqual([]);
  });

  test('six facilities in six districts have 30 to 60 learners and four to six classes', async () => {
    const rows = await rowsOf(sql<{ scope: string; learners: number; classes: number; teachers: number }>`
      select c.scope, count(*) as classes, (select count(*) from learner l where l.scope = c.scope) as learners,
        (select count(*) from teacher t where t.scope = c.scope) as teachers
      from "class" c group by c.scope order by c.scope`);
    expect(rows.map((row) => row.scope)).toEqual(demoPlaces.map(({ facility }) => `facility:${facility}`));
    expect(new Set(rows.map((row) => row.scope.slice(0, 'facility:110116'.length))).size).toBe(6);
    for (const { learners, classes, teachers } of rows) {
      expect(learners).toBeGreaterThanOrEqual(30);
      expect(learners).toBeLessThanOrEqual(60);
      expect(classes).toBeGreaterThanOrEqual(4);
      expect(classes).toBeLessThanOrEqual(6);
      expect(teachers).toBeGreaterThan(0);
    }
  });

  test('the demo facility has every hazardous name, with what tells three people of one name apart', async () => {
    const rows = await rowsOf(sql<{ name: string; year: string; card: string }>`
      select sealed->>'name' as name, sealed->>'birthYear' as year, card from learner where scope = ${scope}`);
    const names = rows.map(({ name }) => name);
    expect(edgeNames.filter((name) => !names.includes(name))).toEqual([]);
    const wangWei = rows.filter(({ name }) => name === '王伟');
    expect(wangWei.length).toBeGreaterThanOrEqual(3);
    expect(new Set(wangWei.map(({ card }) => card)).size).toBe(wangWei.length);
  });

  test('at the demo facility today waits for its roll calls, and yesterday’s was forgotten', async () => {
    const rows = await rowsOf(sql<{ date: string; start: string; status: string; marks: number }>`
      select s.date, s.start, s.status,
        (select count(*) from attendance a where a.scope = s.scope and a.session = s.id) as marks
      from session s where s.scope = ${scope} and s.date between '2026-11-23' and ${today} order by 1, 2`);
    expect(rows.filter(({ date }) => date === today).map(({ start }) => start)).toEqual(['09:00', '14:00', '19:00']);
    expect(rows.filter(({ date }) => date < today)).toHaveLength(1);
    expect(rows.every(({ status, marks }) => status === 'planned' && marks === 0)).toBe(true);
  });

  test('what is over is held and closed after its end, and nothing to come is', async () => {
    const rows = await rowsOf(sql<{ date: string; start: string; minutes: number; status: string; closedAt: number }>`
      select date, start, minutes, status, "closedAt" from session`);
    const held = rows.filter(({ status }) => status === 'held');
    expect(held.length).toBeGreaterThan(1_000);
    for (const { date, start, minutes, closedAt } of held) {
      const end = Date.parse(`${date}T${start}:00+08:00`) + minutes * minuteMs;
      expect(closedAt).toBeGreaterThan(end);
      expect(closedAt).toBeLessThanOrEqual(tuesdayEvening);
    }
    const open = rows.filter(({ status }) => status !== 'held');
    expect(open.every(({ status, closedAt }) => status === 'planned' && closedAt === null)).toBe(true);
    expect(rows.some(({ date }) => date <= '2026-09-22')).toBe(true);
    expect(rows.some(({ date }) => date >= '2026-12-15')).toBe(true);
  });

  test('lectures have heads counted, and the tally of every session is what its marks say', async () => {
    const [lecture] = await rowsOf(sql<{ count: number }>`
      select count(*) from session where "class" is null and status = 'held' and headcount > 0`);
    expect(lecture?.count).toBeGreaterThan(100);
    const wrong = await rowsOf(sql`
      select s.id from session s left join session_tally t on t.scope = s.scope and t.session = s.id
      where t.session is null or t.status <> s.status or t.date <> s.date
        or t.headcount is distinct from s.headcount or t.closed_at is distinct from s."closedAt"
        or array[t.present, t.late, t.left_early, t.excused, t.absent]::bigint[] is distinct from (
          select array[count(*) filter (where status = 'present'), count(*) filter (where status = 'late'),
            count(*) filter (where status = 'leftEarly'), count(*) filter (where status = 'excused'),
            count(*) filter (where status = 'absent')]
          from attendance a where a.scope = s.scope and a.session = s.id and not a.deleted)`);
    expect(wrong).toEqual([]);
  });

  test('most people come: marks are present far oftener than absent, and all five kinds occur', async () => {
    const rows = await rowsOf(sql<{ status: string; count: number }>`
      select status, count(*) from attendance group by status`);
    const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
    expect(rows).toHaveLength(5);
    expect(of('present')).toBeGreaterThan(6 * of('absent'));
    expect(of('late')).toBeGreaterThan(0);
  });
});

test('whatever day it is seeded on, a holiday or a Sunday too, there are two classes to call the roll of', () => {
  const place = demoPlaces.find(({ facility }) => facility === demoFacility);
  for (const day of [
    '2026-01-01',
    '2026-02-28',
    '2026-10-01',
    '2026-10-07',
    '2026-12-27',
    '2027-01-31',
    '2028-02-29',
  ]) {
    const time = seedTime(Date.parse(`${day}T00:10:00+08:00`));
    const chance = chances(day);
    const people = { teachers: [inventId<'teacher'>(chance, 0)], learners: [inventId<'learner'>(chance, 0)] };
    const edits = (place?.classes ?? []).flatMap((plan) => classEdits(place as DemoPlace, plan, people, time, chance));
    const meetings = edits.filter(({ kind, fields }) => kind === 'session' && fields['date'] === day);
    expect(meetings.length, day).toBeGreaterThanOrEqual(2);
    expect(meetings.every(({ fields }) => fields['status'] === 'planned')).toBe(true);
  }
});

eachDatabase<PortalSchema>('a database with records of its own', ({ database }) => {
  test('is left alone', async () => {
    const portal = await portalFor(database());
    await sql`insert into facility (scope, id, version, deleted, clock, zh, en, district)
      values ('city', '110101001-01', 1, false, '0', '我们的', 'Ours', '110101')`.execute(portal.db);
    expect(await seedDemoCity(portal)).toEqual({ kind: 'notEmpty' });
    expect(await portal.db.selectFrom('device').select('id').execute()).toEqual([]);
  });
});
