/**
 * Makes a code that enrols one new device, and shows it once: large, with how long it is good, the address that carries
 * it, and as a slip of paper to print. It is kept nowhere; leaving the page forgets it.
 */
import { useState } from 'preact/hooks';
import { timeOrDate } from '../../i18n/format.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { EnrolmentCodeMade } from '../../portal/http/reportTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { plus } from '../../ui/icons.ts';
import { print } from '../../ui/moreIcons.ts';
import { FailureNotice } from './Devices.tsx';
import { useStaff } from './staffContext.ts';
import type { Failure } from './useAnswer.ts';

export interface EnrolmentCodeProps {
  readonly facility: string;
  readonly name: string | undefined;
}

export function EnrolmentCode({ facility, name }: EnrolmentCodeProps) {
  const { api, ended } = useStaff();
  const [made, setMade] = useState<EnrolmentCodeMade | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const make = async () => {
    setBusy(true);
    setFailure(undefined);
    const answer = await api.makeEnrolmentCode(facility);
    setBusy(false);
    if (answer.kind === 'ok') setMade(answer.value);
    else if (answer.kind === 'refused' && answer.problem.type === 'signed-out') ended();
    else setFailure(answer);
  };
  return (
    <section class="staff-enrolment w-stack" aria-labelledby="staff-enrolment">
      <h3 id="staff-enrolment">{w.enrolment()}</h3>
      <p class="w-muted">{w.enrolmentHelp()}</p>
      <div role="status">{made && <CodeSlip made={made} name={name} />}</div>
      {failure && <FailureNotice failure={failure} />}
      <div class="w-actions">
        <Button d={plus} disabled={busy} onPress={() => void make()}>
          {busy ? w.makingCode() : made ? w.makeAnother() : w.makeCode()}
        </Button>
        {made && (
          <Button d={print} onPress={() => window.print()}>
            {w.print()}
          </Button>
        )}
      </div>
    </section>
  );
}

function CodeSlip({ made, name }: { readonly made: EnrolmentCodeMade; readonly name: string | undefined }) {
  const { nowMs } = useStaff();
  const address = `/enrol?code=${encodeURIComponent(made.code.replace(/\s/g, ''))}`;
  return (
    <div class="staff-slip">
      <p class="staff-slip-name">
        {shellWords.appName()} · {name ?? ''}
      </p>
      <p class="staff-code w-numbers">{made.code}</p>
      <p>{w.codeUntil(timeOrDate(made.expiresAt, nowMs()))}</p>
      <p class="w-muted">{w.codeSteps()}</p>
      <p>
        <a href={address} target="_blank" rel="noreferrer">{`${location.origin}${address}`}</a>
      </p>
    </div>
  );
}
