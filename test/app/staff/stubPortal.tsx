/**
 * A portal for the staff app's tests: answers requests from a table that a test may change, remembers what was asked,
 * and lets a test speak on the live stream. Only the two ports (fetch, stream) are stood in for.
 */
import { render } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { language } from '../../../src/app/shell/settings.ts';
import { createStaffApi } from '../../../src/app/staff/api.ts';
import type { StreamListener } from '../../../src/app/staff/liveRollCalls.ts';
import { StaffDoor } from '../../../src/app/staff/StaffApp.tsx';
import type {
  Arrival,
  CityHealth,
  CityToday,
  Contact,
  DeviceLine,
  DistrictHealth,
  FacilityHealth,
} from '../../../src/portal/http/reportTypes.ts';

export const nowMs = Date.UTC(2026, 10, 24, 3, 0);
const dayMs = 86_400_000;

type Reply = (body: unknown) => Response;

export function json(value: unknown, status = 200): Reply {
  return () => new Response(JSON.stringify(value), { status });
}

export function refusal(type: string, status: number, headers: Record<string, string> = {}): Reply {
  return () => new Response(JSON.stringify({ type: `/problems/${type}`, status }), { status, headers });
}

export function noLink(): never {
  throw new TypeError('no link');
}

export const demo = { login: 'demo', name: '演示管理员', role: 'administrator' };

export interface StubPortal {
  readonly replies: Map<string, Reply>;
  readonly asked: string[];
  readonly bodies: unknown[];
  stream: StreamListener | undefined;
}

/** Renders the staff app at an address, against a portal that knows the sample city and somebody signed in. */
export function openStaff(address = '/staff', prepare?: (portal: StubPortal) => void): StubPortal {
  const portal: StubPortal = { replies: new Map(), asked: [], bodies: [], stream: undefined };
  portal.replies.set('GET /api/staff/session', json(demo));
  portal.replies.set('GET /api/city', json(sampleCity));
  portal.replies.set('GET /api/city/today', json(sampleToday(1)));
  prepare?.(portal);
  language.value = 'zh-CN';
  history.replaceState(null, '', address);
  const services = {
    api: createStaffApi(async (input, init) => {
      const what = `${init?.method ?? 'GET'} ${String(input)}`;
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      portal.asked.push(what);
      portal.bodies.push(body);
      return (portal.replies.get(what) ?? refusal('not-found', 404))(body);
    }),
    openStream: (listener: StreamListener) => {
      portal.stream = listener;
      return () => {
        portal.stream = undefined;
      };
    },
    nowMs: () => nowMs,
  };
  const App = () => <StaffDoor services={services} />;
  render(
    <LocationProvider>
      <Router>
        <Route path="/staff" component={App} />
        <Route path="/staff/*" component={App} />
      </Router>
    </LocationProvider>,
  );
  return portal;
}

export function facility(id: string, zh: string, daysAgo: number | null): FacilityHealth {
  return {
    id,
    zh,
    en: `Station ${id}`,
    district: id.slice(0, 6),
    network: 'adultCollege',
    kind: 'distancePoint',
    devices: 1,
    lastContactAt: daysAgo === null ? null : nowMs - daysAgo * dayMs,
    contact: contactOf(daysAgo),
    pending: 12,
    app: '0.1.0',
    clockOffsetMs: 0,
  };
}

function contactOf(daysAgo: number | null): Contact {
  if (daysAgo === null) return 'never';
  if (daysAgo <= 7) return 'week';
  return daysAgo <= 14 ? 'fortnight' : 'silent';
}

function countsOf(facilities: readonly FacilityHealth[]) {
  const having = (contact: Contact) => facilities.filter((each) => each.contact === contact).length;
  return {
    facilities: facilities.length,
    week: having('week'),
    fortnight: having('fortnight'),
    silent: having('silent'),
    never: having('never'),
    pending: facilities.reduce((sum, { pending }) => sum + pending, 0),
  };
}

function district(code: string, zh: string, en: string, facilities: readonly FacilityHealth[]): DistrictHealth {
  return { code, zh, en, counts: countsOf(facilities), facilities };
}

export const huairou = district('110116', '怀柔区', 'Huairou', [
  facility('110116211-01', '长哨营学习驿站', 0),
  facility('110116101-01', '杨宋学习驿站', 23),
  facility('110116102-01', '泉河学习驿站', 3),
]);
export const miyun = district('110118', '密云区', 'Miyun', [
  facility('110118101-01', '吉家营村学习驿站', 9),
  facility('110118102-01', '溪翁庄学习驿站', null),
]);
export const sampleCity: CityHealth = {
  at: nowMs,
  counts: countsOf([...huairou.facilities, ...miyun.facilities]),
  openClashes: 6,
  districts: [huairou, miyun],
};

const counts = { sessions: 20, due: 12, taken: 9, dueTaken: 8, participations: 240, headcount: 30 };

/** Today with so many of the due roll calls taken. */
export function sampleToday(dueTaken: number, latest: readonly Arrival[] = []): CityToday {
  return { date: '2026-11-24', time: '11:00', counts: { ...counts, dueTaken }, districts: [], latest };
}

export const arrival: Arrival = {
  session: 'choir~10',
  class: 'choir',
  title: null,
  course: { id: 'choir', zh: '老年合唱', en: 'Choir' },
  number: 10,
  topic: null,
  teacher: '赵老师',
  date: '2026-11-24',
  start: '09:00',
  minutes: 90,
  status: 'planned',
  taken: true,
  present: 25,
  late: 2,
  leftEarly: 1,
  excused: 1,
  absent: 3,
  headcount: null,
  closedAt: null,
  updatedAt: nowMs,
  facility: { id: '110116211-01', zh: '长哨营学习驿站', en: 'Changshaoying', district: '110116' },
};

export const tablet: DeviceLine = {
  id: '10',
  label: '教室平板',
  status: 'active',
  enrolledAt: nowMs - 30 * dayMs,
  lastContactAt: nowMs - dayMs,
  taken: 400,
  pending: 7,
  app: '0.1.0',
  clockOffsetMs: -180_000,
};
