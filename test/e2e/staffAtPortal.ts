/** What the city's staff see at the portal, asked as their browser asks: signed in, over the staff API. */
import type { FacilityDetail, FacilityDevices, SessionLine } from '../../src/portal/http/reportTypes.ts';
import type { PortalProcess } from './portalProcess.ts';

export const demoFacility = '110116211-01';

export interface SignedInStaff {
  readonly login: string;
  readonly password: string;
  get<T>(path: string): Promise<T>;
  /** One more enrolment code of the demo facility. */
  newCode(): Promise<string>;
}

/** As the portal printed it at its first start. */
export function printedSignIn(portal: PortalProcess): { readonly login: string; readonly password: string } {
  const [, login, password] = /staff.*?\(([\w-]+) \/ ([^)\s]+)\)/.exec(portal.printed()) ?? [];
  if (!login || !password) throw new Error(`no staff sign-in was printed:\n${portal.printed()}`);
  return { login, password };
}

export async function signInStaff(portal: PortalProcess): Promise<SignedInStaff> {
  const { login, password } = printedSignIn(portal);
  const json = { 'content-type': 'application/json', origin: portal.url };
  const signedIn = await fetch(`${portal.url}/api/staff/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login, password }),
  });
  if (!signedIn.ok) throw new Error(`staff not signed in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(portal.url + path, { ...init, headers: { ...json, cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    login,
    password,
    get: async <T>(path: string) => (await ask(path, {})) as T, // the route's declared type
    newCode: async () => {
      const made = await ask(`/api/facilities/${demoFacility}/enrolment-codes`, { method: 'POST', body: '{}' });
      return (made as { code: string }).code.replace(/ /g, '');
    },
  };
}

export interface FacilityAtPortal {
  /** Changes that enrolled devices of the facility have delivered, each number counted once. */
  readonly taken: number;
  readonly pending: number;
  readonly sessions: { readonly [id: string]: SessionLine };
}

const pollMs = 200;
const waitMsMax = 60_000;

/** The demo facility as the portal knows it, when it is as wanted. */
export async function facilityAtPortal(
  staff: SignedInStaff,
  isWanted: (facility: FacilityAtPortal) => boolean = () => true,
): Promise<FacilityAtPortal> {
  for (let waited = 0; ; waited += pollMs) {
    const [detail, { devices }] = await Promise.all([
      staff.get<FacilityDetail>(`/api/facilities/${demoFacility}`),
      staff.get<FacilityDevices>(`/api/facilities/${demoFacility}/devices`),
    ]);
    const real = devices.filter((device) => device.status === 'active');
    const facility = {
      taken: real.reduce((sum, device) => sum + device.taken, 0),
      pending: real.reduce((sum, device) => sum + device.pending, 0),
      sessions: Object.fromEntries(detail.sessions.map((line) => [line.session, line])),
    };
    if (isWanted(facility)) return facility;
    if (waited > waitMsMax) throw new Error(`the portal never showed what was awaited: ${JSON.stringify(facility)}`);
    await new Promise((again) => setTimeout(again, pollMs)); // the API is asked again: it is another process
  }
}
