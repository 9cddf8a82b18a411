/** A screen inside the frame: tabs, the always-visible state of the work, troubles, updates, the toast. */
import { effect, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ago } from '../../i18n/format.ts';
import { shellWords as w } from '../../i18n/words/shell.ts';
import { type WorkState, workState } from '../../store/workState.ts';
import { Button } from '../../ui/Button.tsx';
import { Frame } from '../../ui/Frame.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { calendar, chevronLeft, library, more, people, today } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { Toast, type ToastMessage } from '../../ui/Toast.tsx';
import { useDevice } from './device.ts';
import { updateNow, updateReady } from './updateOffer.ts';
import { useLive } from './useLive.ts';

export type TabKey = 'today' | 'classes' | 'learners' | 'catalogue' | 'more';

/** Belongs to the address where it is raised: whoever leads elsewhere does so first, then tells. */
export const toast: Signal<ToastMessage | undefined> = signal(undefined);

let raisedAt = '';
effect(() => {
  if (toast.value) raisedAt = location.pathname;
});

const tabs = () => [
  { key: 'today', href: '/', label: w.today(), d: today },
  { key: 'classes', href: '/classes', label: w.classes(), d: calendar },
  { key: 'learners', href: '/learners', label: w.learners(), d: people },
  { key: 'catalogue', href: '/catalogue', label: w.catalogue(), d: library },
  { key: 'more', href: '/more', label: w.more(), d: more },
];

export interface PageProps {
  readonly title: ComponentChildren;
  readonly current?: TabKey;
  /** Where the back button leads; none on a tab's first screen. */
  readonly back?: string;
  readonly after?: ComponentChildren;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export function Page({ title, current, back, after, wide, children }: PageProps) {
  const { path } = useLocation();
  useEffect(() => {
    if (raisedAt !== location.pathname) dismissToast();
  }, [path]);
  return (
    <Frame
      title={title}
      before={back === undefined ? undefined : <IconButton d={chevronLeft} label={w.back()} href={back} />}
      after={after}
      tabs={tabs()}
      current={current}
      tabsLabel={w.tabs()}
      skipLabel={w.skip()}
      state={<WorkLine />}
      float={<Toast message={toast.value} dismissLabel={w.close()} onDismiss={dismissToast} />}
      wide={wide}
    >
      <Troubles />
      {children}
    </Frame>
  );
}

function dismissToast(): void {
  toast.value = undefined;
}

function WorkLine() {
  const { platform } = useDevice();
  const state = useLive(workState, []);
  if (!state) return null;
  return <StateLine state={look(state)} href="/queue" parts={stateParts(state, platform.nowMs())} />;
}

function look(state: WorkState): 'arrived' | 'here' | 'alert' {
  if (state.refused > 0 || state.outcome?.what.kind === 'stopped') return 'alert';
  return state.pending === 0 && state.receivedAt !== undefined ? 'arrived' : 'here';
}

/** In plain words: what is safe, what waits, what needs a person, when the portal was last reached. */
export function stateParts(state: WorkState, nowMs: number): readonly string[] {
  const contact =
    state.receivedAt === undefined ? w.neverContacted() : w.lastContact(ago(state.receivedAt - state.offsetMs, nowMs));
  return [
    state.pending === 0 && state.receivedAt !== undefined ? w.nothingWaits() : w.allSaved(),
    ...(state.pending > 0 ? [w.waiting(state.pending)] : []),
    ...(state.refused > 0 ? [w.attention(state.refused)] : []),
    ...(state.outcome?.what.kind === 'stopped' ? [w.portalRefuses()] : [contact]),
  ];
}

function Troubles() {
  const { trouble } = useDevice();
  const what = trouble.value;
  const [notice, setNotice] = useState<typeof import('./TroubleNotice.tsx') | undefined>(undefined);
  useEffect(() => {
    if (what) void import('./TroubleNotice.tsx').then(setNotice);
  }, [what]);
  return (
    <>
      {what && notice && (
        <div class="w-trouble">
          <notice.TroubleNotice what={what} />
        </div>
      )}
      {updateReady.value && (
        <Notice
          tone="info"
          title={w.updateReady()}
          safe={w.updateSafe()}
          actions={<Button onPress={updateNow}>{w.updateNow()}</Button>}
        />
      )}
    </>
  );
}
