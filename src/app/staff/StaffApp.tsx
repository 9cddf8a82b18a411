/**
 * The staff's side of the same app: online only, with a frame of its own, for any browser, enrolled or not. Who is not
 * signed in sees the sign-in in place of any screen, so that the address leads back to where one was.
 */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Route, Router } from 'preact-iso';
import { problemWords } from '../../i18n/words/problems.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { SignedIn } from '../../portal/http/reportTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { info } from '../../ui/icons.ts';
import type { ToastMessage } from '../../ui/Toast.tsx';
import { useDevice } from '../shell/device.ts';
import { createStaffApi } from './api.ts';
import { CityScreen } from './CityScreen.tsx';
import { ClassMonthScreen } from './ClassMonthScreen.tsx';
import { FacilitiesScreen } from './FacilitiesScreen.tsx';
import { FacilityScreen } from './FacilityScreen.tsx';
import { eventStream } from './liveRollCalls.ts';
import { SignInScreen } from './SignInScreen.tsx';
import { StaffPage } from './StaffPage.tsx';
import './staff.css';
import './city.css';
import './facility.css';
import { type Staff, StaffContext, type StaffServices } from './staffContext.ts';

/** The route /staff and all below it. */
export function StaffApp() {
  const { platform } = useDevice();
  const services = useMemo(
    () => ({
      api: createStaffApi((input, init) => fetch(input, init)),
      openStream: eventStream((address) => new EventSource(address), later),
      nowMs: platform.nowMs,
    }),
    [platform],
  );
  return <StaffDoor services={services} />;
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

type Door =
  | { readonly kind: 'asking' }
  | { readonly kind: 'in'; readonly who: SignedIn }
  | { readonly kind: 'out'; readonly why: 'new' | 'ended' | 'offline' };

/** Lets in who is signed in. */
export function StaffDoor({ services }: { readonly services: StaffServices }) {
  const [door, setDoor] = useState<Door>({ kind: 'asking' });
  const [message, setMessage] = useState<ToastMessage | undefined>(undefined);
  const { api } = services;
  useEffect(() => {
    void api.whoIsSignedIn().then((answer) => {
      if (answer.kind === 'ok') setDoor({ kind: 'in', who: answer.value });
      else setDoor({ kind: 'out', why: answer.kind === 'offline' ? 'offline' : 'new' });
    });
  }, [api]);
  const ended = useCallback(() => setDoor({ kind: 'out', why: 'ended' }), []);
  const say = useCallback((words: string | undefined) => setMessage(words === undefined ? undefined : { words }), []);
  const signOut = useCallback(async () => {
    const answer = await api.signOut();
    if (answer.kind === 'ok' || (answer.kind === 'refused' && answer.problem.type === 'signed-out'))
      setDoor({ kind: 'out', why: 'new' });
    else say(answer.kind === 'offline' ? w.offline() : problemWords[answer.problem.type].title());
  }, [api, say]);
  const who = door.kind === 'in' ? door.who : undefined;
  const staff = useMemo<Staff | undefined>(
    () => who && { ...services, who, ended, signOut, message, say },
    [services, who, ended, signOut, message, say],
  );
  if (door.kind === 'asking') return <p class="staff-asking">{w.loading()}</p>;
  if (door.kind === 'out')
    return <SignInScreen services={services} why={door.why} onSignedIn={(who) => setDoor({ kind: 'in', who })} />;
  return (
    <StaffContext.Provider value={staff}>
      <Router>
        <Route path="/" component={CityScreen} />
        <Route path="/facilities" component={FacilitiesScreen} />
        <Route path="/facilities/:id" component={FacilityScreen} />
        <Route path="/facilities/:id/classes/:run" component={ClassMonthScreen} />
        <Route default component={NotFound} />
      </Router>
    </StaffContext.Provider>
  );
}

function NotFound() {
  return (
    <StaffPage title={shellWords.notFound()} back="/staff">
      <EmptyState d={info} title={shellWords.notFound()} actions={<Button href="/staff">{w.city()}</Button>}>
        {shellWords.notFoundHelp()}
      </EmptyState>
    </StaffPage>
  );
}
