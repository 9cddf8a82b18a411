/**
 * The first screen of a fresh device: language, large type, the enrolment code. Says what happened, what is safe and
 * what to do when it does not work. Once enrolled, Today takes over and shows how the first pull goes.
 */

import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { currentLanguage } from '../../i18n/phrase.ts';
import { enrolWords as w } from '../../i18n/words/enrol.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { workState } from '../../store/workState.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Frame } from '../../ui/Frame.tsx';
import { tablet } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { evictedDevice } from '../shell/storageState.ts';
import { useLive } from '../shell/useLive.ts';
import { type EnrolOutcome, enrol } from './actions.ts';
import { groupedCode, readCode } from './enrolmentCode.ts';
import { ReadingChoices } from './ReadingChoices.tsx';
import './enrol.css';

const labelMax = 40;

export function EnrolScreen() {
  const state = useLive(workState, []);
  const [busy, setBusy] = useState<'asking' | 'pulling' | undefined>(undefined);
  return (
    <Frame title={shellWords.appName()} tabs={[]} current={undefined} tabsLabel="" skipLabel={shellWords.skip()}>
      <div class="enrol w-stack">
        <ReadingChoices />
        {state?.enrolled && busy === undefined ? (
          <EmptyState d={tablet} title={w.already()} actions={<Button href="/">{shellWords.toToday()}</Button>}>
            {w.alreadyHelp()}
          </EmptyState>
        ) : (
          <EnrolForm busy={busy} onBusy={setBusy} />
        )}
        <p class="enrol-foot">
          <a href="/staff">{w.staff()}</a>
        </p>
      </div>
    </Frame>
  );
}

interface EnrolFormProps {
  readonly busy: 'asking' | 'pulling' | undefined;
  readonly onBusy: (busy: 'asking' | 'pulling' | undefined) => void;
}

function EnrolForm({ busy, onBusy }: EnrolFormProps) {
  const device = useDevice();
  const { route, query } = useLocation();
  const [code, setCode] = useState(() => groupedCode(query?.['code'] ?? ''));
  const [label, setLabel] = useState('');
  const [codeError, setCodeError] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState<EnrolOutcome | undefined>(undefined);
  const codeInput = useRef<HTMLInputElement>(null);
  useEffect(() => codeInput.current?.focus(), []);

  const submit = async () => {
    const typed = readCode(code);
    if (typed.kind !== 'whole') {
      setCodeError(typed.kind === 'short' ? w.codeShort(typed.typed) : w.codeStrange(typed.what));
      codeInput.current?.focus();
      return;
    }
    onBusy('asking');
    setOutcome(undefined);
    const done = await enrol(device, typed.code, label.trim());
    if (done.kind !== 'enrolled') {
      onBusy(undefined);
      setOutcome(done);
      return;
    }
    evictedDevice.value = undefined;
    onBusy('pulling');
    await device.driver.now();
    onBusy(undefined);
    route('/', true);
    toast.value = { words: w.done(currentLanguage() === 'en' ? done.facility.en : done.facility.zh) };
  };

  return (
    <form
      class="w-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {evictedDevice.value !== undefined && (
        <Notice tone="warn" title={w.evicted()} safe={w.evictedSafe()} todo={w.evictedDo(evictedDevice.value)} />
      )}
      <h2>{w.title()}</h2>
      <p>{w.welcome()}</p>
      <TextField
        label={w.code()}
        hint={w.codeHint()}
        error={codeError}
        value={code}
        inputMode="text"
        required
        disabled={busy !== undefined}
        ref={codeInput}
        onInput={(typed) => {
          setCode(groupedCode(typed));
          setCodeError(undefined);
        }}
      />
      <TextField
        label={w.label()}
        hint={w.labelHint()}
        value={label}
        maxLength={labelMax}
        disabled={busy !== undefined}
        onInput={setLabel}
      />
      {outcome?.kind === 'failed' && (
        <Notice
          tone="warn"
          title={w.failed[outcome.why]()}
          safe={safeWords(outcome.why)}
          todo={w.failedDo[outcome.why]()}
        />
      )}
      {outcome?.kind === 'refused' && (
        <Notice
          tone="error"
          title={problemWords[outcome.problem.type].title()}
          todo={problemWords[outcome.problem.type].detail()}
        />
      )}
      {busy !== undefined ? (
        <Progress label={w.working[busy]()} words={w.workingHelp()} />
      ) : (
        <Button tone="primary" size="main" wide type="submit">
          {w.enrol()}
        </Button>
      )}
      <p class="w-muted">{w.noCode()}</p>
    </form>
  );
}

/** A reply that was lost on its way may have used the code up: only a device that is surely offline says it did not. */
function safeWords(why: 'offline' | 'unreachable' | 'foreign' | 'storage'): string {
  return why === 'offline' || why === 'foreign' ? w.failedSafe() : w.lostReply();
}
