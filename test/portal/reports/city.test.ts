/** The reports over the demo city: every number is what a recount of the raw records gives. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import { demoFacility, demoPlaces } from '../../../src/portal/demo/demoClasses.ts';
import { seedDemoCity } from '../../../src/portal/demo/seed.ts';
import type * as types from '../../../src/portal/http/reportTypes.ts';
import { buildServer } from '../../../src/portal/http/server.ts';
import type { Portal } from '../../../src/portal/portal.ts';
import { ensureAdministrator, type FirstSignIn } from '../../../src/portal/staff/administrator.ts';
import { eachDatabase } from '../db/databases.ts';
import { portalFor, tuesdayEvening } from '../staff/portalFor.ts';
import { signedInCookie } from '../staff/staffServer.ts';

const today = '2026-11-24';
const dayMs = 86_400_000;
const shidu = '110111111-01';

interface Mark {
  readonly scope: string;
  readonly session: string;
  readonly learner: string;
  readonly status: string;
}
interface Meeting {
  readonly scope: string;
  readonly id: string;
  readonly class: string | null;
  readonly date: string;
  readonly start: string;
  readonly status: string;
  readonly headcount: number | null;
  readonly closedAt: number | null;
}

eachDatabase<PortalSchema>('reports', ({ database }) => {
  let portal: Portal;
  let server: FastifyInstance;
  let cookie: string;
  let marks: readonly Mark[];
  let meetings: readonly Meeting[];
  beforeAll(async () => {
    portal = await portalFor(database());
    await seedDemoCity(portal);
    server = await buildServer(portal, { appFolder: '/nowhere', version: 'test' });
    cookie = await signedInCookie(server, (await ensureAdministrator(portal)) as FirstSignIn); // the demo city has one
    marks = await rowsOf<Mark>(sql`select scope, session, learner, status from attendance where not deleted`);
    meetings = await rowsOf<Meeting>(
      sql`select scope, id, "class", date, start, status, headcount, "closedAt" from session where not deleted`,
    );
  });
  afterAll(() => server.close());

  const rowsOf = async <Row>(query: ReturnType<typeof sql>) => (await query.execute(portal.db)).rows as Row[];
  const ask = async <T>(url: string): Promise<T> => {
    const reply = await server.inject({ url, headers: { cookie } });
    expect([url, reply.statusCode]).toEqual([url, 200]);
    return reply.json();
  };
  const marksOf = (meeting: Meeting) =>
    marks.filter(({ scope, session }) => scope === meeting.scope && session === meeting.id);
  const wasThere = ({ status }: Mark) => ['present', 'late', 'leftEarly'].includes(status);
  const isTaken = (meeting: Meeting) =>
    meeting.closedAt !== null || marksOf(meeting).some(({ status }) => status !== 'excused');
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

  test('the city: contact by facility and district is what the devices’ rows say', async () => {
    const city = await ask<types.CityHealth>('/api/city');
    const devices = await portal.db.selectFrom('device').selectAll().execute();
    const facilities = city.districts.flatMap((district) => district.facilities);
    expect(facilities).toHaveLength(320);
    expect(city.districts).toHaveLength(10);
    expect(city.districts.find(({ code }) => code === '110116')).toMatchObject({ zh: '怀柔区' });
    for (const facility of facilities) {
      const own = devices.filter((device) => device.facility === facility.id);
      const last = Math.max(...own.map(({ last_contact_at }) => last_contact_at ?? 0)) || null;
      const days = last === null ? undefined : (tuesdayEvening - last) / dayMs;
      const contact = days === undefined ? 'never' : days <= 7 ? 'week' : days <= 14 ? 'fortnight' : 'silent';
      expect(facility).toMatchObject({
        devices: own.length,
        lastContactAt: last,
        contact,
        pending: sum(own.map(({ pending }) => pending)),
        app: own.find((device) => device.last_contact_at === last)?.app || null,
      });
      const offsets = own.flatMap(({ clock_offset_ms }) => clock_offset_ms ?? []).map(Math.abs);
      expect(Math.abs(facility.clockOffsetMs ?? 0)).toBe(Math.max(0, ...offsets));
    }
    const having = (contact: string) => facilities.filter((each) => each.contact === contact).length;
    const counted = { facilities: 320, week: having('week'), fortnight: having('fortnight'), silent: having('silent') };
    expect(city.counts).toMatchObject(counted);
    expect(city.counts).toMatchObject({ week: 312, silent: 3, never: 2 });
    for (const key of ['facilities', 'week', 'fortnight', 'silent', 'never', 'pending'] as const)
      expect(sum(city.districts.map(({ counts }) => counts[key]))).toBe(city.counts[key]);
  });

  test('the city: a revoked device does not speak for its facility', async () => {
    const own = portal.db.selectFrom('device').where('facility', '=', shidu).select(['id', 'status']);
    const before = await own.execute();
    await portal.db.updateTable('device').set({ status: 'revoked' }).where('facility', '=', shidu).execute();
    const detail = await ask<types.FacilityDetail>(`/api/facilities/${shidu}`);
    expect(detail.facility).toMatchObject({ devices: 0, contact: 'never', pending: 0, lastContactAt: null });
    for (const { id, status } of before)
      await portal.db.updateTable('device').set({ status }).where('id', '=', id).execute();
  });

  test('today: sessions, due and taken, participations and heads by district', async () => {
    const report = await ask<types.CityToday>('/api/city/today');
    expect([report.date, report.time]).toEqual([today, '17:30']);
    const due = (meeting: Meeting) => meeting.start <= '17:30';
    const ofToday = meetings.filter(({ date, status }) => date === today && status !== 'cancelled');
    for (const district of [...report.districts, { code: '', counts: report.counts }]) {
      const within = ofToday.filter(({ scope }) => scope.startsWith(`facility:${district.code}`));
      expect(district.counts).toEqual({
        sessions: within.length,
        due: within.filter(due).length,
        taken: within.filter(isTaken).length,
        dueTaken: within.filter((meeting) => due(meeting) && isTaken(meeting)).length,
        participations: sum(within.map((meeting) => marksOf(meeting).filter(wasThere).length)),
        headcount: sum(within.map(({ headcount }) => headcount ?? 0)),
      });
    }
    expect(report.districts).toHaveLength(10);
    expect(report.counts.taken).toBeGreaterThan(50);
    expect(report.counts.due).toBeGreaterThan(report.counts.taken);
  });

  test('today: the latest arrivals are the roll calls closed last, newest first, with what they are about', async () => {
    const { latest } = await ask<types.CityToday>('/api/city/today');
    const expected = meetings.flatMap(({ closedAt }) => closedAt ?? []).sort((a, b) => b - a);
    expect(latest.map(({ updatedAt }) => updatedAt)).toEqual(expected.slice(0, 20));
    expect(latest.every(({ taken, facility }) => taken && facility.zh !== '')).toBe(true);
    expect(latest.every(({ course, title }) => course !== null || title !== null)).toBe(true);
  });

  test('a facility: its sessions of these two weeks, or of the days asked for', async () => {
    const detail = await ask<types.FacilityDetail>(`/api/facilities/${demoFacility}`);
    expect(detail).toMatchObject({ from: '2026-11-17', to: '2026-12-01', clashes: [], refused: [] });
    expect(detail.facility).toMatchObject({ zh: '长哨营学习驿站', district: '110116', contact: 'week' });
    const own = meetings.filter(({ scope }) => scope === `facility:${demoFacility}`);
    const within = own.filter(({ date }) => date >= detail.from && date <= detail.to);
    expect(detail.sessions.map(({ session }) => session).sort()).toEqual(within.map(({ id }) => id).sort());
    for (const line of detail.sessions) {
      const meeting = within.find(({ id }) => id === line.session);
      const of = (status: string) => (meeting ? marksOf(meeting) : []).filter((mark) => mark.status === status).length;
      expect(line).toMatchObject({
        present: of('present'),
        late: of('late'),
        leftEarly: of('leftEarly'),
        excused: of('excused'),
        absent: of('absent'),
        taken: meeting && isTaken(meeting),
      });
    }
    const lesson = detail.sessions.find(({ date, start }) => date === today && start === '09:00');
    expect(lesson).toMatchObject({ course: { zh: '智能手机入门' }, number: 6, taken: false });
    expect(lesson?.teacher).not.toBeNull();
    const september = await ask<types.FacilityDetail>(`/api/facilities/${demoFacility}?from=2026-09-01&to=2026-09-30`);
    expect(september.sessions.every(({ date }) => date.startsWith('2026-09'))).toBe(true);
    expect(september.sessions.length).toBeGreaterThan(3);
  });

  test('a facility’s classes: places, sessions and participations', async () => {
    for (const { facility, classes } of demoPlaces) {
      const scope = `facility:${facility}`;
      const report = await ask<types.FacilityClasses>(`/api/facilities/${facility}/classes`);
      expect(report.classes).toHaveLength(classes.length);
      const places = await rowsOf<{ class: string; status: string }>(
        sql`select "class", status from enrolment where scope = ${scope} and not deleted`,
      );
      for (const line of report.classes) {
        const own = meetings.filter((each) => each.scope === scope && each.class === line.id);
        const placed = (status: string) => places.filter((each) => each.class === line.id && each.status === status);
        expect(line.enrolled).toBe(placed('active').length);
        expect(line.waiting).toBe(placed('waiting').length);
        const taken = own.filter(isTaken).length;
        expect(line.sessions).toEqual({ taken, open: own.length - taken, cancelled: 0 });
        expect(line.participations).toBe(sum(own.map((meeting) => marksOf(meeting).filter(wasThere).length)));
        const next = own.filter(({ date, status }) => date >= today && status === 'planned').map(({ date }) => date);
        expect(line.nextDate).toBe(next.sort()[0] ?? null);
        expect(line.months).toEqual([...new Set(own.map(({ date }) => date.slice(0, 7)))].sort());
        expect(line.course?.zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  test('a class’s register: every mark in its cell, month by month, and nobody else’s', async () => {
    const { classes } = await ask<types.FacilityClasses>(`/api/facilities/${demoFacility}/classes`);
    const scope = `facility:${demoFacility}`;
    for (const { id, months } of classes.filter(({ sessions }) => sessions.taken > 0)) {
      const cells: string[] = [];
      for (const month of months) {
        const sheet = await ask<types.ClassMonth>(`/api/classes/${demoFacility}/${id}/attendance?month=${month}`);
        expect(sheet).toMatchObject({ month, months, class: { id } });
        for (const row of sheet.rows) {
          expect(row.learner.name).not.toBe('');
          sheet.columns.forEach(({ session }, i) => {
            const mark = row.marks[i];
            if (mark !== null && mark !== undefined) cells.push(`${session} ${row.learner.id} ${mark}`);
          });
          expect(row.attended).toBe(row.marks.filter((mark) => mark && wasThere({ status: mark } as Mark)).length);
        }
      }
      const sessions = new Set(
        meetings.filter((each) => each.scope === scope && each.class === id).map((each) => each.id),
      );
      const raw = marks.filter((mark) => mark.scope === scope && sessions.has(mark.session));
      expect(cells.sort()).toEqual(raw.map(({ session, learner, status }) => `${session} ${learner} ${status}`).sort());
    }
    const [running] = classes.filter(({ nextDate }) => nextDate === today);
    const current = await ask<types.ClassMonth>(`/api/classes/${demoFacility}/${running?.id}/attendance`);
    expect(current.month).toBe('2026-11');
  });
});
