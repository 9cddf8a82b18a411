/**
 * The staff's requests: one function a route, each answering a value, never throwing. Owns addresses, the cookie rule
 * and how a problem document becomes a problem; knows neither screens nor time. What comes back is typed by the portal
 * of the same build and the same origin, whose tests hold it to those types; it is shown, never stored.
 */
import { currentLanguage } from '../../i18n/phrase.ts';
import type {
  CityHealth,
  CityToday,
  ClassMonth,
  EnrolmentCodeMade,
  FacilityClasses,
  FacilityDetail,
  FacilityDevices,
  RecordHistory,
  SignedIn,
} from '../../portal/http/reportTypes.ts';
import { type Problem, readProblem } from '../../sync/problem.ts';

/** What came of a request. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly waitSeconds: number | undefined }
  | { readonly kind: 'offline' };

export type StaffApi = ReturnType<typeof createStaffApi>;

/** Longer than the slowest report by far: beyond it, the link is dead. */
const answerMsMax = 30_000;

/** `send` is the platform's fetch, handed in. */
export function createStaffApi(send: typeof fetch) {
  async function ask<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    try {
      const response = await send(`/api${path}`, {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          'accept-language': currentLanguage(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(answerMsMax),
      });
      return await answerOf<T>(response);
    } catch {
      return { kind: 'offline' }; // no answer, or half of one
    }
  }
  const facility = (id: string) => `/facilities/${encodeURIComponent(id)}`;
  return {
    signIn: (login: string, password: string) => ask<SignedIn>('POST', '/staff/session', { login, password }),
    whoIsSignedIn: () => ask<SignedIn>('GET', '/staff/session'),
    signOut: () => ask<undefined>('DELETE', '/staff/session'),
    city: () => ask<CityHealth>('GET', '/city'),
    today: () => ask<CityToday>('GET', '/city/today'),
    facility: (id: string) => ask<FacilityDetail>('GET', facility(id)),
    devices: (id: string) => ask<FacilityDevices>('GET', `${facility(id)}/devices`),
    classes: (id: string) => ask<FacilityClasses>('GET', `${facility(id)}/classes`),
    classMonth: (id: string, classId: string, month: string | undefined) =>
      ask<ClassMonth>(
        'GET',
        `/classes/${encodeURIComponent(id)}/${encodeURIComponent(classId)}/attendance${queryOf({ month })}`,
      ),
    history: (id: string, kind: string, record: string) =>
      ask<RecordHistory>('GET', `${facility(id)}/history${queryOf({ kind, id: record })}`),
    makeEnrolmentCode: (id: string) => ask<EnrolmentCodeMade>('POST', `${facility(id)}/enrolment-codes`, {}),
    revokeDevice: (device: string) => ask<undefined>('POST', `/devices/${encodeURIComponent(device)}/revoke`, {}),
  };
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return { kind: 'ok', value: json as T }; // same build, same origin: see above
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    kind: 'refused',
    problem: readProblem(json) ?? { type: response.status === 401 ? 'signed-out' : 'internal' },
    waitSeconds: Number.isFinite(after) ? after : undefined,
  };
}

function queryOf(values: { readonly [name: string]: string | undefined }): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
