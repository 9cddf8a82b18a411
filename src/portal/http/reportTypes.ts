/**
 * What the staff's routes answer: types only, for the staff app to import. Instants are UTC milliseconds; dates and
 * times of day are the city's. Null is what JSON has for "not known" or "never".
 */
import type { Json } from '../../domain/kit/json.ts';
import type { AttendanceStatus } from '../../domain/records/attendance.ts';
import type { Counts } from '../../domain/rules/register.ts';

/** GET, POST /api/staff/session. */
export interface SignedIn {
  readonly login: string;
  readonly name: string;
  readonly role: string;
}

/** Within 7 days; within 14; longer ago; no device of the facility ever. */
export type Contact = 'week' | 'fortnight' | 'silent' | 'never';

export interface FacilityName {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly district: string;
}

export interface FacilityHealth extends FacilityName {
  readonly network: string;
  readonly kind: string;
  /** Not revoked. */
  readonly devices: number;
  readonly lastContactAt: number | null;
  readonly contact: Contact;
  /** Changes that waited on its devices at their last contact. */
  readonly pending: number;
  /** Of the device last in contact. */
  readonly app: string | null;
  /** The clock that is furthest from the portal's. */
  readonly clockOffsetMs: number | null;
}

/** How many facilities were last in contact when. */
export interface ContactCounts {
  readonly facilities: number;
  readonly week: number;
  readonly fortnight: number;
  readonly silent: number;
  readonly never: number;
  readonly pending: number;
}

export interface DistrictHealth {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly counts: ContactCounts;
  readonly facilities: readonly FacilityHealth[];
}

/** GET /api/city */
export interface CityHealth {
  readonly at: number;
  readonly counts: ContactCounts;
  readonly openClashes: number;
  readonly districts: readonly DistrictHealth[];
}

/** Sessions of a day that were not cancelled. */
export interface RollCallCounts {
  readonly sessions: number;
  /** Whose hour has come. */
  readonly due: number;
  /** Roll calls begun or closed. */
  readonly taken: number;
  /** Taken, of those due: what `taken` of `due` may be compared with. */
  readonly dueTaken: number;
  /** People there by name: present, late, left early. */
  readonly participations: number;
  readonly headcount: number;
}

/** The marks of one session as the roll-up has them. */
export interface Tally {
  readonly present: number;
  readonly late: number;
  readonly leftEarly: number;
  readonly excused: number;
  readonly absent: number;
  readonly headcount: number | null;
  readonly closedAt: number | null;
  readonly updatedAt: number | null;
}

export interface SessionLine extends Tally {
  readonly session: string;
  readonly class: string | null;
  /** Of the class, else of the drop-in activity. */
  readonly title: string | null;
  readonly course: { readonly id: string; readonly zh: string; readonly en: string } | null;
  readonly number: number | null;
  readonly topic: string | null;
  readonly teacher: string | null;
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
  readonly status: string;
  readonly taken: boolean;
}

export interface Arrival extends SessionLine {
  readonly facility: FacilityName;
}

/** GET /api/city/today */
export interface CityToday {
  readonly date: string;
  readonly time: string;
  readonly counts: RollCallCounts;
  readonly districts: readonly {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly counts: RollCallCounts;
  }[];
  /** The roll calls that arrived last, newest first. */
  readonly latest: readonly Arrival[];
}

export interface DeviceLine {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  readonly enrolledAt: number;
  readonly lastContactAt: number | null;
  /** The last number taken: how many changes it ever sent. */
  readonly taken: number;
  readonly pending: number;
  readonly app: string | null;
  readonly clockOffsetMs: number | null;
}

/** GET /api/facilities/:id/devices */
export interface FacilityDevices {
  readonly devices: readonly DeviceLine[];
}

export interface ClashLine {
  readonly facility: string;
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly kept: Json;
  readonly keptDevice: string;
  readonly keptMs: number;
  readonly other: Json;
  readonly otherDevice: string;
  readonly otherMs: number;
  readonly at: number;
}

export interface RefusedLine {
  readonly facility: string;
  readonly device: string;
  readonly n: number;
  readonly kind: string;
  readonly id: string;
  readonly fields: { readonly [field: string]: Json };
  readonly by: string;
  readonly problem: string;
  readonly at: number;
}

/** GET /api/facilities/:id?from&to */
export interface FacilityDetail {
  readonly facility: FacilityHealth & { readonly address: string | null; readonly contactPerson: string | null };
  readonly from: string;
  readonly to: string;
  /** By date and start. */
  readonly sessions: readonly SessionLine[];
  readonly clashes: readonly ClashLine[];
  /** Newest first. */
  readonly refused: readonly RefusedLine[];
}

export interface ClassLine {
  readonly id: string;
  readonly course: { readonly id: string; readonly zh: string; readonly en: string } | null;
  readonly title: string | null;
  readonly teacher: string | null;
  readonly room: string | null;
  readonly term: string;
  readonly starts: string;
  readonly status: string;
  readonly capacity: number | null;
  /** Different people with an active place. */
  readonly enrolled: number;
  readonly waiting: number;
  readonly sessions: {
    readonly taken: number;
    /** Still to come or not taken. */
    readonly open: number;
    readonly cancelled: number;
  };
  readonly participations: number;
  readonly nextDate: string | null;
  readonly months: readonly string[];
}

/** GET /api/facilities/:id/classes */
export interface FacilityClasses {
  readonly facility: FacilityName;
  readonly classes: readonly ClassLine[];
}

export interface AttendanceColumn {
  readonly session: string;
  readonly number: number | null;
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
  readonly topic: string | null;
  readonly status: string;
  readonly closedAt: number | null;
  readonly counts: Counts;
}

export interface AttendanceRow {
  readonly learner: {
    readonly id: string;
    readonly name: string;
    readonly birthYear: number | null;
    readonly card: string | null;
  };
  readonly isEnrolled: boolean;
  /** One for each column, in its order; null: no mark. */
  readonly marks: readonly (AttendanceStatus | null)[];
  readonly attended: number;
  readonly minutes: number;
}

/** GET /api/classes/:facility/:id/attendance?month */
export interface ClassMonth {
  readonly facility: FacilityName;
  readonly class: Pick<ClassLine, 'id' | 'course' | 'title' | 'teacher' | 'room' | 'term' | 'status'>;
  readonly month: string;
  readonly months: readonly string[];
  readonly columns: readonly AttendanceColumn[];
  readonly rows: readonly AttendanceRow[];
}

export interface HistoryEntry {
  /** The stamp's own time: when it was done, by the device's corrected clock. */
  readonly ms: number;
  /** When the portal received it; null where only the record itself still tells of it. */
  readonly receivedAt: number | null;
  readonly device: string;
  /** The device's label; null for the portal itself. */
  readonly label: string | null;
  readonly by: string;
  readonly field: string;
  /** The value that stood before; absent where the log does not reach back so far. */
  readonly from?: Json;
  readonly to: Json;
  /** The problem for which it was refused, and therefore never held. */
  readonly refused: string | null;
}

/** GET /api/facilities/:id/history?kind&id, oldest first */
export interface RecordHistory {
  readonly entries: readonly HistoryEntry[];
  /** The log was only searched so far back; older changes may exist. */
  readonly truncated: boolean;
}

/** POST /api/facilities/:id/enrolment-codes */
export interface EnrolmentCodeMade {
  /** Told once. */
  readonly code: string;
  readonly expiresAt: number;
}

/** Event `rollcall` of GET /api/events: a session whose marks or state came in. */
export interface RollCallEvent extends Tally {
  readonly facility: string;
  readonly district: string;
  readonly session: string;
  readonly date: string;
  readonly start: string;
  readonly status: string;
}

/**
 * Event `contact` of GET /api/events: a facility was in contact. With changes and no `rollcall` after it there was more
 * than events tell: load its reports again.
 */
export interface ContactEvent {
  readonly facility: string;
  readonly district: string;
  readonly changes: number;
  readonly at: number;
}
