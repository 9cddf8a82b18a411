/**
 * One person's mark in full: every status, time attended, a remark, what was done to it; and, once the roll call is
 * finished, why it is corrected. Nothing is written before *save*.
 */
import { useState } from 'preact/hooks';
import { type AttendanceStatus, attendanceStatuses } from '../../domain/records/attendance.ts';
import type { Learner } from '../../domain/records/learner.ts';
import { wasThere } from '../../domain/rules/register.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { detailWords } from '../shell/sessionTitle.ts';
import { clear, mark, type Refusal } from './actions.ts';
import { MarkHistory } from './MarkHistory.tsx';
import { statusLooks } from './statusLook.ts';
import type { Acting } from './useActing.ts';
import type { RollCallView } from './view.ts';

type Chosen = AttendanceStatus | 'notTaken';

const everyStatus: readonly Chosen[] = [...attendanceStatuses, 'notTaken'];
const inAdvance: readonly Chosen[] = ['excused', 'notTaken'];

interface DetailsSheetProps {
  readonly view: RollCallView;
  readonly learner: Learner;
  readonly acting: Acting;
  readonly onClose: () => void;
}

export function DetailsSheet({ view, learner, acting, onClose }: DetailsSheetProps) {
  const { session } = view.register;
  const before = view.marks.get(learner.id);
  const [status, setStatus] = useState<Chosen>(before?.status ?? 'notTaken');
  const [minutes, setMinutes] = useState<number | undefined>(before?.minutes ?? session.minutes);
  const [note, setNote] = useState(before?.note ?? '');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const hasMinutes = status !== 'notTaken' && wasThere(status);

  const save = async () => {
    const why = reason.trim() === '' ? undefined : reason;
    const acted = await acting.run((place) => {
      if (status === 'notTaken') return clear(place, learner.id, why);
      const unchanged = before?.status === status ? (before.minutes ?? session.minutes) : session.minutes;
      const attended = hasMinutes && minutes !== undefined && minutes !== unchanged ? { minutes } : {};
      return mark(place, learner.id, {
        status: () => status,
        note,
        ...attended,
        ...(why === undefined ? {} : { reason: why }),
      });
    });
    setRefusal(acted.kind === 'refused' ? acted.why : undefined);
    if (acted.kind === 'saved' || acted.kind === 'unchanged') onClose();
  };
  const errorIf = (...reasons: readonly Refusal[]) =>
    refusal && reasons.includes(refusal) ? w.refused[refusal]() : undefined;
  const apart = detailWords(view.details.get(learner.id) ?? []);

  return (
    <Sheet
      open
      place="side"
      title={apart === '' ? learner.name : `${learner.name}（${apart}）`}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shellWords.cancel()}</Button>
          <Button tone="primary" onPress={() => void save()}>
            {shellWords.save()}
          </Button>
        </>
      }
    >
      <div class="mark-status">
        <Choice
          label={w.status()}
          value={status}
          options={(view.mode === 'future' ? inAdvance : everyStatus).map((each) => {
            const { d, tone, word } = statusLooks[each];
            return { value: each, label: word(), d, tone };
          })}
          onChange={setStatus}
          error={errorIf('inFuture', 'sessionCancelled', 'notThere')}
        />
      </div>
      {hasMinutes && (
        <NumberField
          label={w.minutes()}
          hint={w.minutesHint(session.minutes)}
          error={errorIf('moreThanSession')}
          unit={w.minutesUnit()}
          lessLabel={w.less()}
          moreLabel={w.more()}
          step={5}
          max={session.minutes}
          value={minutes}
          onChange={setMinutes}
        />
      )}
      {status !== 'notTaken' && (
        <TextField label={w.note()} value={note} onInput={setNote} error={errorIf('invalidFields')} />
      )}
      {view.mode === 'closed' && (
        <TextField
          label={w.reason()}
          hint={w.reasonHint()}
          error={errorIf('reasonNeeded')}
          required
          value={reason}
          onInput={setReason}
        />
      )}
      {before?.reason !== undefined && <p class="w-muted">{w.because(before.reason)}</p>}
      <MarkHistory session={session.id} learner={learner.id} register={view.register} />
      <p>
        <a href={`/learners/${learner.id}`}>{w.toLearner()}</a>
        {learner.card !== undefined && <span class="w-muted"> · {sessionWords.card(learner.card)}</span>}
      </p>
    </Sheet>
  );
}
