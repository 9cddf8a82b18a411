/** The sheet that adds a drop-in activity to a day. What is typed survives a reload; wrong fields say what is wrong. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/kit/field.ts';
import type { FieldError } from '../../domain/kit/parse.ts';
import { activityWords as w } from '../../i18n/words/activity.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDevice } from '../shell/device.ts';
import { useDraft } from '../shell/drafts.ts';
import { toast } from '../shell/Page.tsx';
import { addActivity } from './actions.ts';

interface ActivityDraft {
  readonly title: string;
  readonly start: string;
  readonly minutes: number | undefined;
}

const blank: ActivityDraft = { title: '', start: '', minutes: 60 };

interface AddActivityProps {
  readonly open: boolean;
  readonly date: CalendarDate;
  readonly onClose: () => void;
}

export function AddActivity({ open, date, onClose }: AddActivityProps) {
  const device = useDevice();
  const draft = useDraft('activity', blank);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { title, start, minutes } = draft.value;
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (open) first.current?.focus();
  }, [open]);
  const errorOf = (field: string) => {
    const error = errors.find((each) => each.field === field);
    return error && errorWords(error);
  };
  const add = async () => {
    const outcome = await addActivity(device, { title, date, start, minutes: minutes ?? 0 });
    setErrors(outcome.kind === 'refused' ? (outcome.errors ?? []) : []);
    if (outcome.kind !== 'saved') return;
    draft.clear();
    onClose();
    toast.value = { words: w.added(title) };
  };
  return (
    <Sheet
      open={open}
      title={w.addActivity()}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shellWords.cancel()}</Button>
          <Button tone="primary" onPress={() => void add()}>
            {w.add()}
          </Button>
        </>
      }
    >
      <p class="w-muted">{w.addActivityHelp()}</p>
      <TextField
        label={w.activityTitle()}
        hint={w.activityTitleHint()}
        error={errorOf('title')}
        value={title}
        ref={first}
        onInput={(value) => draft.set({ ...draft.value, title: value })}
      />
      <TextField
        label={w.activityStart()}
        type="time"
        error={errorOf('start')}
        value={start}
        onInput={(value) => draft.set({ ...draft.value, start: value })}
      />
      <NumberField
        label={w.activityMinutes()}
        unit={w.minutesUnit()}
        lessLabel={w.less()}
        moreLabel={w.more()}
        step={15}
        min={5}
        max={720}
        error={errorOf('minutes')}
        value={minutes}
        onChange={(value) => draft.set({ ...draft.value, minutes: value })}
      />
    </Sheet>
  );
}

function errorWords({ field, code, limit }: FieldError): string {
  if (field === 'start') return w.startMissing();
  if (field === 'minutes') return w.minutesWrong();
  return code === 'tooLong' ? w.titleTooLong(limit ?? 0) : w.titleMissing();
}
