/** One more session, on a date of its own: a week after the last one unless somebody says otherwise. */
import { useState } from 'preact/hooks';
import type { Course } from '../../domain/records/course.ts';
import { addDays } from '../../domain/rules/calendar.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { addOne } from './actions.ts';
import type { ClassPage } from './queries.ts';
import { WhenFields, whenFrom } from './WhenFields.tsx';

export interface AddSessionSheetProps {
  readonly page: ClassPage;
  readonly course: Course;
  readonly onClose: () => void;
}

export function AddSessionSheet({ page, course, onClose }: AddSessionSheetProps) {
  const device = useDevice();
  const last = page.sessions.at(-1);
  const hours = page.run.timetable[0];
  const [draft, setDraft] = useState({
    date: (last ? addDays(last.date, 7) : page.run.starts) as string,
    start: (last?.start ?? hours?.start ?? '09:00') as string,
    minutes: String(last?.minutes ?? hours?.minutes ?? 90),
  });
  const [topic, setTopic] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>(undefined);

  async function add(): Promise<void> {
    const when = whenFrom(draft);
    if (!when) {
      setRefusal(w.refusals.invalidFields());
      return;
    }
    const done = await addOne(device, page, course, { ...when, ...(topic.trim() === '' ? {} : { topic }) });
    if (done.kind === 'refused') setRefusal(w.refusals[done.why]());
    if (done.kind !== 'saved') return;
    toast.value = { words: w.added() };
    onClose();
  }

  const enter = () => void add();
  return (
    <Sheet
      open
      title={w.addSession()}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shellWords.cancel()}</Button>
          <Button tone="primary" onPress={enter}>
            {w.add()}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <Notice tone="error" title={refusal} />}
      <WhenFields draft={draft} onChange={setDraft} onEnter={enter} />
      <TextField label={w.topic()} value={topic} onInput={setTopic} onEnter={enter} />
    </Sheet>
  );
}
