/** All classes: those that run with their next session and how far they are; those that ended, folded. */

import { weekdayOf } from '../../domain/rules/calendar.ts';
import { shortDate, weekdayName } from '../../i18n/format.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { plus } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { classes as classesIcon } from '../../ui/moreIcons.ts';
import { useDevice } from '../shell/device.ts';
import { Page } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import './classes.css';
import { classNameOf, timetableWords } from './className.ts';
import { type ClassLine, readClasses } from './queries.ts';

export function ClassesScreen() {
  const device = useDevice();
  const today = device.today();
  const lines = useLive((db) => readClasses(db, today), [today]);
  const running = lines?.filter(({ run }) => run.status !== 'closed') ?? [];
  const closed = lines?.filter(({ run }) => run.status === 'closed') ?? [];
  const open = (
    <Button tone="primary" d={plus} href="/classes/new">
      {w.open()}
    </Button>
  );
  return (
    <Page title={w.classes()} current="classes">
      {lines?.length === 0 && (
        <EmptyState d={classesIcon} title={w.none()} actions={open}>
          {w.noneHelp()}
        </EmptyState>
      )}
      {lines && lines.length > 0 && (
        <div class="classes-list w-stack">
          <div class="w-actions">{open}</div>
          {running.length === 0 ? (
            <p class="w-muted">{w.noneRunning()}</p>
          ) : (
            <List label={w.running()}>
              {running.map((line) => (
                <ClassRow key={line.run.id} line={line} />
              ))}
            </List>
          )}
          {closed.length > 0 && (
            <details class="classes-fold">
              <summary>{w.closed(closed.length)}</summary>
              <List label={w.isClosed()}>
                {closed.map((line) => (
                  <ClassRow key={line.run.id} line={line} />
                ))}
              </List>
            </details>
          )}
        </div>
      )}
    </Page>
  );
}

function ClassRow({ line }: { readonly line: ClassLine }) {
  const { run, course, teacher, next, held, planned, enrolled } = line;
  const when = next && `${shortDate(next.date)} ${weekdayName(weekdayOf(next.date))} ${next.start}`;
  const parts = [teacher?.name, run.room, timetableWords(run.timetable)].filter(Boolean);
  return (
    <Row
      href={`/classes/${run.id}`}
      title={classNameOf(run, course)}
      second={
        <>
          {run.status !== 'closed' && (
            <span class="classes-next w-numbers">{when === undefined ? w.noNext() : w.next(when)}</span>
          )}
          <span class="classes-line">{parts.join(' · ')}</span>
        </>
      }
      value={
        <>
          <span class="classes-short">{w.progress(held, planned)}</span>{' '}
          <span class="classes-short w-muted">
            {run.capacity === undefined ? w.enrolled(enrolled) : w.enrolledOf(enrolled, run.capacity)}
          </span>
        </>
      }
    />
  );
}
