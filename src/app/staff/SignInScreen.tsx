/** The staff's sign-in. Says what went wrong, and when to try again; what was typed stays. */
import { useRef, useState } from 'preact/hooks';
import { timeOrDate } from '../../i18n/format.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { SignedIn } from '../../portal/http/reportTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { Frame } from '../../ui/Frame.tsx';
import { Notice, type NoticeProps } from '../../ui/Notice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LanguageButton } from './StaffPage.tsx';
import type { StaffServices } from './staffContext.ts';
import type { Failure } from './useAnswer.ts';

export interface SignInProps {
  readonly services: StaffServices;
  readonly why: 'new' | 'ended' | 'offline';
  readonly onSignedIn: (who: SignedIn) => void;
}

interface Failed {
  readonly failure: Failure;
  readonly at: number;
}

export function SignInScreen({ services, why, onSignedIn }: SignInProps) {
  const { api, nowMs } = services;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [revealed, setRevealed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<Failed | undefined>(
    why === 'offline' ? { failure: { kind: 'offline' }, at: nowMs() } : undefined,
  );
  const loginInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const submit = async () => {
    const lacking = login.trim() === '' ? loginInput : password === '' ? passwordInput : undefined;
    setMissing(lacking !== undefined);
    if (lacking) {
      lacking.current?.focus();
      return;
    }
    setBusy(true);
    setFailed(undefined);
    const answer = await api.signIn(login.trim(), password);
    setBusy(false);
    if (answer.kind === 'ok') {
      onSignedIn(answer.value);
      return;
    }
    setFailed({ failure: answer, at: nowMs() });
    passwordInput.current?.focus();
  };

  return (
    <Frame
      title={w.portal()}
      after={<LanguageButton />}
      tabs={[]}
      current={undefined}
      tabsLabel={shellWords.tabs()}
      skipLabel={shellWords.skip()}
    >
      <form
        class="staff-sign-in w-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2>{w.signIn.title()}</h2>
        <p class="w-muted">{w.signIn.lead()}</p>
        {why === 'ended' && !failed && <Notice tone="info" title={w.signIn.ended()} todo={w.signIn.endedHelp()} />}
        <TextField
          label={w.signIn.login()}
          value={login}
          error={missing && login.trim() === '' ? w.signIn.missing() : undefined}
          autoComplete="username"
          required
          ref={loginInput}
          onInput={setLogin}
        />
        <TextField
          label={w.signIn.password()}
          type={revealed ? 'text' : 'password'}
          value={password}
          error={missing && login.trim() !== '' && password === '' ? w.signIn.missing() : undefined}
          autoComplete="current-password"
          required
          ref={passwordInput}
          onInput={setPassword}
        />
        <Switch label={w.signIn.reveal()} checked={revealed} onChange={setRevealed} />
        {failed && <Notice {...failureNotice(failed)} />}
        <div class="w-actions">
          <Button tone="primary" size="main" type="submit" disabled={busy}>
            {busy ? w.signIn.submitting() : w.signIn.submit()}
          </Button>
          <Button tone="plain" href="/">
            {w.signIn.coordinator()}
          </Button>
        </div>
      </form>
    </Frame>
  );
}

function failureNotice({ failure, at }: Failed): Pick<NoticeProps, 'tone' | 'title' | 'todo'> {
  if (failure.kind === 'offline') return { tone: 'warn', title: w.offline(), todo: w.offlineHelp() };
  const { title, detail } = problemWords[failure.problem.type];
  if (failure.problem.type !== 'too-many' || failure.waitSeconds === undefined)
    return { tone: 'error', title: title(), todo: detail() };
  const until = timeOrDate(Math.ceil((at + failure.waitSeconds * 1000) / 60_000) * 60_000, at);
  return { tone: 'error', title: w.signIn.tooMany(), todo: w.signIn.tooManyUntil(until) };
}
