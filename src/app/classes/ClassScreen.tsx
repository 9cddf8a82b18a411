/** One class: its sessions, learners, the month's register, its numbers; each part has an address of its own. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { classAttendance } from '../../domain/rules/statistics.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { classes as classesIcon } from '../../ui/moreIcons.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { RouteProps } from '../shell/App.tsx';
import { useDevice } from '../shell/device.ts';
import { Page, toast } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import { openAgain } from './actions.ts';
import './classes.css';
import { CloseSheet } from './CloseSheet.tsx';
import { classNameOf, timetableWords } from './className.ts';
import { LearnersView } from './LearnersView.tsx';
import { NumbersView } from './NumbersView.tsx';
import { type ClassPage, readClassPage } from './queries.ts';
import { RegisterView } from './RegisterView.tsx';
import { SessionsView } from './SessionsView.tsx';

const views = ['sessions', 'learners', 'register', 'numbers'] as const;
type ViewKey = (typeof views)[number];

export function ClassScreen({ id = '' }: RouteProps) {
  const page = useLive((db) => readClassPage(db, id), [id]);
  const { query } = useLocation();
  const view = views.find((each) => each === query['view']) ?? 'sessions';
  const found = page === 'missing' ? undefined : page;
  return (
    <Page
      title={found ? classNameOf(found.run, found.course) : w.class()}
      current="classes"
      back="/classes"
      wide={view === 'register'}
    >
      {page === 'missing' && (
        <EmptyState d={classesIcon} title={w.gone()} actions={<Button href="/classes">{w.classes()}</Button>}>
          {w.goneHelp()}
        </EmptyState>
      )}
      {found && <ClassView key={found.run.id} page={found} view={view} />}
    </Page>
  );
}

function ClassView({ page, view }: { readonly page: ClassPage; readonly view: ViewKey }) {
  const [isClosing, setIsClosing] = useState(false);
  const { run, teacher } = page;
  const attendance = classAttendance(page);
  const facts = [teacher?.name, run.room, timetableWords(run.timetable)].filter(Boolean).join(' · ');
  return (
    <div class="w-stack">
      <p class="w-muted w-numbers w-screen-only">{facts}</p>
      {run.status === 'closed' && <EndedNotice page={page} />}
      <nav class="classes-views" aria-label={w.views()}>
        {views.map((each) => (
          <a key={each} href={`/classes/${run.id}?view=${each}`} aria-current={each === view ? 'page' : undefined}>
            {w.viewNames[each]()}
          </a>
        ))}
      </nav>
      {view === 'sessions' && <SessionsView page={page} attendance={attendance} />}
      {view === 'learners' && <LearnersView page={page} />}
      {view === 'register' && <RegisterView page={page} />}
      {view === 'numbers' && <NumbersView page={page} attendance={attendance} />}
      {view === 'sessions' && run.status !== 'closed' && (
        <div class="w-actions">
          <Button tone="danger" onPress={() => setIsClosing(true)}>
            {w.close()}
          </Button>
        </div>
      )}
      {isClosing && <CloseSheet page={page} onClose={() => setIsClosing(false)} />}
    </div>
  );
}

function EndedNotice({ page }: { readonly page: ClassPage }) {
  const device = useDevice();
  async function reopen(): Promise<void> {
    const done = await openAgain(device, page.run);
    if (done.kind === 'saved') toast.value = { words: w.reopened() };
  }
  return (
    <Notice tone="info" title={w.isClosed()} actions={<Button onPress={() => void reopen()}>{w.reopen()}</Button>} />
  );
}
