/**
 * The staff's routes over the reports, and the two acts on a facility's devices: make a code that enrols one, revoke
 * one. Everything that comes in an address is checked here; what is asked for and does not exist is 404.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { isCalendarDate } from '../../domain/kit/calendarDate.ts';
import { isIdFor, isIdPart } from '../../domain/kit/record.ts';
import { addDays, localDateOf, localTimeOf } from '../../domain/rules/calendar.ts';
import { kindNamed } from '../../domain/schema.ts';
import type { Problem } from '../../sync/problem.ts';
import { createEnrolmentCode } from '../enrolmentCode.ts';
import type { Portal } from '../portal.ts';
import { citySyncHealth } from '../reports/citySyncHealth.ts';
import { classAttendance } from '../reports/classAttendance.ts';
import { facilityClasses } from '../reports/facilityClasses.ts';
import { facilityDetail } from '../reports/facilityDetail.ts';
import { facilityDevices, revokeDevice } from '../reports/facilityDevices.ts';
import { facilityName } from '../reports/facilityName.ts';
import { recordHistory } from '../reports/recordHistory.ts';
import { todaysRollCalls } from '../reports/todaysRollCalls.ts';
import type {
  CityHealth,
  CityToday,
  ClassMonth,
  EnrolmentCodeMade,
  FacilityClasses,
  FacilityDetail,
  FacilityDevices,
  FacilityName,
  RecordHistory,
} from './reportTypes.ts';
import { type Answer, asStaff } from './requireStaff.ts';

const idPart = v.pipe(
  v.string(),
  v.check((text) => isIdPart(text)),
);
const date = v.pipe(v.string(), v.check(isCalendarDate));
const month = v.pipe(
  v.string(),
  v.check((text) => isCalendarDate(`${text}-01`)),
);
const facilityParams = v.object({ id: idPart });
const classParams = v.object({ facility: idPart, id: idPart });
const deviceParams = v.object({ id: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,12}$/)) });
const rangeQuery = v.object({ from: v.optional(date), to: v.optional(date) });
const monthQuery = v.object({ month: v.optional(month) });
const historyQuery = v.object({ kind: v.string(), id: v.string() });

/** Days shown around today where nothing else is asked for. */
const daysBefore = 7;
const daysAfter = 7;

/** Adds the routes. */
export function registerReports(server: FastifyInstance, portal: Portal): void {
  const { db, now } = portal;
  const today = () => localDateOf(now());

  server.get(
    '/api/city',
    asStaff<CityHealth>(portal, async () => found(await citySyncHealth(db, now()))),
  );

  server.get(
    '/api/city/today',
    asStaff<CityToday>(portal, async () => found(await todaysRollCalls(db, today(), localTimeOf(now())))),
  );

  server.get(
    '/api/facilities/:id',
    asStaff<FacilityDetail>(portal, (request) =>
      withInput(facilityParams, rangeQuery, request, async ({ id }, { from, to }) => {
        const range = { from: from ?? addDays(today(), -daysBefore), to: to ?? addDays(today(), daysAfter) };
        return found(await facilityDetail(db, id, range, now()));
      }),
    ),
  );

  server.get(
    '/api/facilities/:id/classes',
    asStaff<FacilityClasses>(portal, (request) =>
      atFacility(portal, request, async (facility) =>
        found({ facility, classes: await facilityClasses(db, facility.id, today()) }),
      ),
    ),
  );

  server.get(
    '/api/classes/:facility/:id/attendance',
    asStaff<ClassMonth>(portal, (request) =>
      withInput(classParams, monthQuery, request, async ({ facility: code, id }, asked) => {
        const facility = await facilityName(db, code);
        if (facility === undefined) return notFound;
        return found(await classAttendance(db, { facility, class: id, month: asked.month, today: today() }));
      }),
    ),
  );

  server.get(
    '/api/facilities/:id/history',
    asStaff<RecordHistory>(portal, (request) =>
      withInput(facilityParams, historyQuery, request, async ({ id: facility }, { kind: name, id }) => {
        const kind = kindNamed(name);
        if (kind === undefined || kind.scope !== 'facility' || !isIdFor(kind, id)) return notFound;
        return found(await recordHistory(db, facility, kind, id));
      }),
    ),
  );

  server.get(
    '/api/facilities/:id/devices',
    asStaff<FacilityDevices>(portal, (request) =>
      atFacility(portal, request, async ({ id }) => found({ devices: await facilityDevices(db, id) })),
    ),
  );

  server.post(
    '/api/facilities/:id/enrolment-codes',
    asStaff<EnrolmentCodeMade>(portal, (request, staff) =>
      atFacility(portal, request, async ({ id }) => found(await createEnrolmentCode(portal, id, staff.login))),
    ),
  );

  server.post(
    '/api/devices/:id/revoke',
    asStaff<{ readonly revoked: true }>(portal, (request, staff) =>
      withInput(deviceParams, v.object({}), request, async ({ id }) => {
        if (!(await revokeDevice(db, id))) return notFound;
        portal.log.info({ device: id, by: staff.id }, 'device revoked');
        return found({ revoked: true });
      }),
    ),
  );
}

const notFound = { ok: false, problem: { type: 'not-found' } } as const;

function found<Value>(value: Value | undefined): Answer<Value> {
  return value === undefined ? notFound : { ok: true, value };
}

function atFacility<Value>(
  portal: Portal,
  request: FastifyRequest,
  answer: (facility: FacilityName) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  return withInput(facilityParams, v.object({}), request, async ({ id }) => {
    const facility = await facilityName(portal.db, id);
    return facility === undefined ? notFound : answer(facility);
  });
}

async function withInput<Params, Query, Value>(
  params: v.GenericSchema<unknown, Params>,
  query: v.GenericSchema<unknown, Query>,
  request: FastifyRequest,
  answer: (params: Params, query: Query) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const path = v.safeParse(params, request.params);
  if (!path.success) return notFound;
  const asked = v.safeParse(query, request.query);
  return asked.success ? answer(path.output, asked.output) : { ok: false, problem: invalid(asked.issues) };
}

function invalid(issues: readonly v.BaseIssue<unknown>[]): Problem {
  return {
    type: 'invalid-fields',
    errors: issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'query', code: 'notAllowed' })),
  };
}
