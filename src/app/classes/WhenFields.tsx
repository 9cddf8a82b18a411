/** Date, start and length of one session, as fields; and what was typed, when it can be read. */

import { isCalendarDate } from '../../domain/kit/calendarDate.ts';
import type { CalendarDate, TimeOfDay } from '../../domain/kit/field.ts';
import { calendarDate } from '../../domain/rules/calendar.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { readWhole } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface WhenDraft {
  readonly date: string;
  readonly start: string;
  readonly minutes: string;
}

/** Undefined while a field is empty or out of its limits (Session.minutes). */
export function whenFrom(
  draft: WhenDraft,
): { readonly date: CalendarDate; readonly start: TimeOfDay; readonly minutes: number } | undefined {
  const minutes = readWhole(draft.minutes);
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(draft.start);
  if (!isCalendarDate(draft.date) || !isTime || minutes === undefined || minutes < 5 || minutes > 720) return undefined;
  return { date: calendarDate(draft.date), start: draft.start as TimeOfDay, minutes }; // matched above
}

export interface WhenFieldsProps {
  readonly draft: WhenDraft;
  readonly onChange: (draft: WhenDraft) => void;
  readonly onEnter: () => void;
}

export function WhenFields({ draft, onChange, onEnter }: WhenFieldsProps) {
  return (
    <div class="classes-pair">
      <TextField
        label={w.date()}
        type="date"
        value={draft.date}
        onInput={(date) => onChange({ ...draft, date })}
        onEnter={onEnter}
      />
      <TextField
        label={w.start()}
        type="time"
        value={draft.start}
        onInput={(start) => onChange({ ...draft, start })}
        onEnter={onEnter}
      />
      <TextField
        label={w.minutes()}
        inputMode="numeric"
        value={draft.minutes}
        onInput={(minutes) => onChange({ ...draft, minutes })}
        onEnter={onEnter}
      />
    </div>
  );
}
