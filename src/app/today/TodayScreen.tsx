/**
 * Today: the sessions of one day in order, each one tap from its roll call; what the last two weeks left open; what
 * needs a person. The day is in the address (`/?date=`), so that going back from a roll call returns to it.
 */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isCalendarDate } from '../../domain/kit/calendarDate.ts';
import { addDays, calendarDate } from '../../domain/rules/calendar.ts';
import { dateWithWeekday } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/phrase.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { todayWords as w } from '../../i18n/words/today.ts';
import { workState } from '../../store/workState.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { calendar, chevronLeft, chevronRight, plus } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { useDevice } from '../shell/device.ts';
import { Page } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import type { AddActivity } from './AddActivity.tsx';
import { Attention } from './Attention.tsx';
import { FirstPull } from './FirstPull.tsx';
import { openSessions, ownFacility, sessionsOfDay } from './queries.ts';
import { OpenRow, SessionRow } from './SessionRow.tsx';
import './today.css';

export function TodayScreen() {
  const device = useDevice();
  const { query } = useLocation();
  const today = device.today();
  const asked = query?.['date'];
  const date = asked !== undefined && isCalendarDate(asked) ? calendarDate(asked) : today;
  const facility = useLive(ownFacility, []);
  const sessions = useLive((db) => sessionsOfDay(db, date), [date]);
  const open = useLive((db) => openSessions(db, today), [today]);
  const hasAnswer = useLive(workState, [])?.receivedAt !== undefined;
  const [adding, setAdding] = useState(false);
  const [form, setForm] = useState<{ readonly AddActivity: typeof AddActivity } | undefined>(undefined);
  const add = async () => {
    setForm(await import('./AddActivity.tsx')); // a form that few days need stays out of the first route
    setAdding(true);
  };
  const next =
    date <= today ? sessions?.find((each) => each.state === 'begun' || each.state === 'notTaken') : undefined;
  const name = facility && (currentLanguage() === 'en' ? facility.en : facility.zh);

  return (
    <Page title={name ?? shellWords.appName()} current="today">
      <div class="w-stack today">
        <FirstPull />
        <div class="today-day">
          <IconButton d={chevronLeft} label={w.previousDay()} href={hrefOf(addDays(date, -1), today)} outlined />
          <h2 class="today-date w-numbers" aria-live="polite">
            {dateWithWeekday(date)}
            {date === today && <span class="today-is-today">{w.isToday()}</span>}
          </h2>
          <IconButton d={chevronRight} label={w.nextDay()} href={hrefOf(addDays(date, 1), today)} outlined />
        </div>
        {date !== today && <Button href="/">{w.backToToday()}</Button>}
        {hasAnswer && sessions?.length === 0 && (
          <EmptyState d={calendar} title={w.nothingToday()} actions={<Button href="/classes">{w.toClasses()}</Button>}>
            {w.nothingTodayHelp()}
          </EmptyState>
        )}
        {sessions !== undefined && sessions.length > 0 && (
          <List label={w.sessions()}>
            {sessions.map((each) => (
              <SessionRow key={each.session.id} view={each} isNext={each === next} isFuture={date > today} />
            ))}
          </List>
        )}
        <Button d={plus} onPress={() => void add()}>
          {w.addActivity()}
        </Button>
        <Attention />
        {open !== undefined && open.unfinished.length > 0 && (
          <section class="w-stack">
            <h2>{w.unfinished()}</h2>
            <List>
              {open.unfinished.map((each) => (
                <OpenRow key={each.session.id} view={each} what={w.goOn()} />
              ))}
            </List>
          </section>
        )}
        {open !== undefined && open.untaken.length > 0 && (
          <section class="w-stack">
            <h2>{w.untaken()}</h2>
            <p class="w-muted">{w.untakenHelp()}</p>
            <List>
              {open.untaken.map((each) => (
                <OpenRow
                  key={each.session.id}
                  view={each}
                  what={each.session.class === undefined ? w.count() : w.catchUp()}
                />
              ))}
            </List>
          </section>
        )}
        {form && <form.AddActivity open={adding} date={date} onClose={() => setAdding(false)} />}
      </div>
    </Page>
  );
}

function hrefOf(date: string, today: string): string {
  return date === today ? '/' : `/?date=${date}`;
}
