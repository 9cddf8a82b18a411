/** Picks several learners by search, and gives them places; beyond the class's capacity they wait. */
import { useState } from 'preact/hooks';
import { isCalendarDate } from '../../domain/kit/calendarDate.ts';
import { calendarDate } from '../../domain/rules/calendar.ts';
import { placesLeft } from '../../domain/rules/enrolling.ts';
import { searchLearners } from '../../domain/rules/learnerSearch.ts';
import { type LearnerId, personOf } from '../../domain/rules/people.ts';
import { isTaken } from '../../domain/rules/register.ts';
import { tellApart } from '../../domain/rules/tellApart.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { detailWords } from '../shell/sessionTitle.ts';
import { enrol } from './actions.ts';
import { type ClassPage, learnersOf } from './queries.ts';

const shownMax = 60;

export function EnrolSheet({ page, onClose }: { readonly page: ClassPage; readonly onClose: () => void }) {
  const device = useDevice();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<LearnerId>>(new Set());
  const [since, setSince] = useState<string>(firstDay(page, device.today()));
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const taken = new Set(
    page.enrolments.filter((each) => each.status !== 'withdrawn').map((each) => personOf(page.people, each.learner)),
  );
  const others = learnersOf(page.people).filter((learner) => !taken.has(learner.id));
  const details = tellApart(others);
  const found = searchLearners(query, others).slice(0, shownMax);
  const waiting = Math.max(0, chosen.size - (placesLeft(page) ?? chosen.size));

  function toggle(id: LearnerId): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  async function save(): Promise<void> {
    if (!isCalendarDate(since)) {
      setRefusal(w.refusals.invalidFields());
      return;
    }
    const done = await enrol(device, page, [...chosen], calendarDate(since));
    if (done.kind === 'refused') setRefusal(w.refusals[done.why]());
    if (done.kind !== 'saved') return;
    toast.value = { words: w.enrolledNow(chosen.size) };
    onClose();
  }

  return (
    <Sheet
      open
      title={w.enrolTitle()}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        <>
          <span class="w-numbers" role="status">
            {w.chosen(chosen.size)}
          </span>
          <Button tone="primary" disabled={chosen.size === 0} onPress={() => void save()}>
            {w.enrolThese(chosen.size)}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <Notice tone="error" title={refusal} />}
      {waiting > 0 && <Notice tone="warn" title={w.willWait(waiting)} />}
      <TextField label={w.find()} hint={w.findHint()} type="search" value={query} onInput={setQuery} />
      {found.length === 0 ? (
        <p class="w-muted">{w.nobodyElse()}</p>
      ) : (
        <ul class="classes-choices">
          {found.map((learner) => (
            <li key={learner.id}>
              <label>
                <input type="checkbox" checked={chosen.has(learner.id)} onChange={() => toggle(learner.id)} />
                <span>
                  {learner.name} <span class="w-muted">{detailWords(details.get(learner.id) ?? [])}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <TextField label={w.sinceDate()} hint={w.sinceHint()} type="date" value={since} onInput={setSince} />
    </Sheet>
  );
}

/** A class of which no roll was called yet takes people from its start; one that runs, from today. */
function firstDay({ run, sessions, marks }: ClassPage, today: string): string {
  const hasBegun = sessions.some((session) =>
    isTaken(
      session,
      marks.filter((mark) => mark.session === session.id),
    ),
  );
  return hasBegun || run.starts > today ? today : run.starts;
}
