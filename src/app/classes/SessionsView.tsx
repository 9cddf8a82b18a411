/** A class's sessions in order: open the roll call, move or cancel one, add one. */
import { useState } from 'preact/hooks';
import type { Session } from '../../domain/records/session.ts';
import { weekdayOf } from '../../domain/rules/calendar.ts';
import { isTaken } from '../../domain/rules/register.ts';
import type { ClassAttendance, SessionAttendance } from '../../domain/rules/statistics.ts';
import { shortDate, weekdayName } from '../../i18n/format.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { Button } from '../../ui/Button.tsx';
import { clock, cross, plus, tick } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { dashedCircle } from '../../ui/moreIcons.ts';
import { Tag } from '../../ui/Tag.tsx';
import { useDevice } from '../shell/device.ts';
import { AddSessionSheet } from './AddSessionSheet.tsx';
import type { ClassPage } from './queries.ts';
import { SessionSheet } from './SessionSheet.tsx';

export interface SessionsViewProps {
  readonly page: ClassPage;
  readonly attendance: ClassAttendance;
}

type State = 'held' | 'notCalled' | 'upcoming' | 'cancelled';

export function SessionsView({ page, attendance }: SessionsViewProps) {
  const { today } = useDevice();
  const [changing, setChanging] = useState<Session['id'] | undefined>(undefined);
  const [isAdding, setIsAdding] = useState(false);
  const changed = page.sessions.find((session) => session.id === changing);
  const stateOf = ({ session }: SessionAttendance): State => {
    if (session.status === 'cancelled') return 'cancelled';
    const marks = page.marks.filter((mark) => mark.session === session.id);
    if (isTaken(session, marks)) return 'held';
    return session.date > today() ? 'upcoming' : 'notCalled';
  };
  return (
    <section class="classes-list w-stack">
      {page.sessions.length === 0 && <p class="w-muted">{w.noSessions()}</p>}
      {page.sessions.length > 0 && (
        <List label={w.viewNames.sessions()}>
          {attendance.sessions.map((each) => (
            <SessionRow
              key={each.session.id}
              line={each}
              state={stateOf(each)}
              onChange={() => setChanging(each.session.id)}
            />
          ))}
        </List>
      )}
      {page.run.status !== 'closed' && page.course && (
        <div class="w-actions">
          <Button d={plus} onPress={() => setIsAdding(true)}>
            {w.addSession()}
          </Button>
        </div>
      )}
      {changed && <SessionSheet page={page} session={changed} onClose={() => setChanging(undefined)} />}
      {isAdding && page.course && (
        <AddSessionSheet page={page} course={page.course} onClose={() => setIsAdding(false)} />
      )}
    </section>
  );
}

interface SessionRowProps {
  readonly line: SessionAttendance;
  readonly state: State;
  readonly onChange: () => void;
}

function SessionRow({ line, state, onChange }: SessionRowProps) {
  const { session } = line;
  const lesson = session.number === undefined ? (session.title ?? '') : sessionWords.lesson(session.number);
  const day = `${shortDate(session.date)} ${weekdayName(weekdayOf(session.date))}`;
  const isOpen = state === 'notCalled';
  return (
    <Row
      href={`/session/${session.id}`}
      title={
        <span class={state === 'cancelled' ? 'classes-cancelled' : undefined}>
          <span class="classes-whole">{day}</span> <span class="classes-whole">{session.start}</span>
        </span>
      }
      second={session.topic === undefined ? lesson : `${lesson} · ${session.topic}`}
      value={<StateTag line={line} state={state} />}
      end={
        state === 'held' ? undefined : (
          <>
            {isOpen && <Button href={`/session/${session.id}`}>{w.call()}</Button>}
            <Button tone="plain" onPress={onChange}>
              <span aria-hidden="true">{w.change()}</span>
              <span class="w-hidden">{w.changeOf(lesson)}</span>
            </Button>
          </>
        )
      }
    />
  );
}

function StateTag({ line, state }: { readonly line: SessionAttendance; readonly state: State }) {
  const { counts } = line;
  switch (state) {
    case 'held':
      return (
        <Tag tone="pine" d={tick}>
          {w.held(counts.present + counts.late + counts.leftEarly, counts.expected)}
        </Tag>
      );
    case 'notCalled':
      return (
        <Tag tone="amber" d={clock}>
          {w.notCalled()}
        </Tag>
      );
    case 'cancelled':
      return (
        <Tag tone="muted" d={cross}>
          {w.cancelled()}
        </Tag>
      );
    case 'upcoming':
      return (
        <Tag tone="dashed" d={dashedCircle}>
          {w.upcoming()}
        </Tag>
      );
  }
}
