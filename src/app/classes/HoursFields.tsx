/** When a class meets: from which date, and the weekly hours, one row each. */
import { weekdayName } from '../../i18n/format.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { close, plus } from '../../ui/icons.ts';
import { readWhole } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ErrorOf } from '../shell/fieldErrors.ts';
import { type ClassDraft, type HoursDraft, withMoreHours } from './draft.ts';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const hoursMax = 14; // the limit of Class.timetable

export interface HoursFieldsProps {
  readonly draft: ClassDraft;
  readonly errorOf: ErrorOf;
  readonly onChange: (part: Partial<ClassDraft>) => void;
}

export function HoursFields({ draft, errorOf, onChange }: HoursFieldsProps) {
  const { timetable } = draft;
  const setRow = (at: number, part: Partial<HoursDraft>) =>
    onChange({ timetable: timetable.map((hours, i) => (i === at ? { ...hours, ...part } : hours)) });
  return (
    <>
      <TextField
        label={w.starts()}
        type="date"
        value={draft.starts}
        error={errorOf('starts')}
        onInput={(starts) => onChange({ starts })}
      />
      <fieldset class="classes-hours">
        <legend class="w-field-label">{w.timetable()}</legend>
        {timetable.map((hours, i) => (
          <div key={i} class="classes-hours-row">
            <Select
              label={w.weekday()}
              value={String(hours.weekday)}
              options={weekdays.map((value) => ({ value, label: weekdayName(Number(value)) }))}
              onChange={(weekday) => setRow(i, { weekday: Number(weekday) })}
            />
            <TextField
              label={w.start()}
              type="time"
              value={hours.start}
              error={errorOf(`timetable.${i}.start`)}
              onInput={(start) => setRow(i, { start })}
            />
            <TextField
              label={w.minutes()}
              inputMode="numeric"
              value={hours.minutes?.toString() ?? ''}
              error={errorOf(`timetable.${i}.minutes`)}
              onInput={(minutes) => setRow(i, { minutes: readWhole(minutes) })}
            />
            {timetable.length > 1 && (
              <IconButton
                d={close}
                outlined
                label={w.removeHours(`${weekdayName(hours.weekday)} ${hours.start}`)}
                onPress={() => onChange({ timetable: timetable.filter((_, at) => at !== i) })}
              />
            )}
          </div>
        ))}
        {timetable.length < hoursMax && (
          <div>
            <Button d={plus} onPress={() => onChange(withMoreHours(draft))}>
              {w.addHours()}
            </Button>
          </div>
        )}
      </fieldset>
    </>
  );
}
