/** A facility's devices with how each one is; revoking one asks first and says what it means. */
import { useState } from 'preact/hooks';
import { localDateOf } from '../../domain/rules/calendar.ts';
import { monthName } from '../../i18n/format.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { staffWords } from '../../i18n/words/staff.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { DeviceLine } from '../../portal/http/reportTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { cross, tablet, tick } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { clockErrorWords } from './clockError.ts';
import { contactWords } from './contact.ts';
import { useStaff } from './staffContext.ts';
import type { Failure } from './useAnswer.ts';

export interface DevicesProps {
  readonly devices: readonly DeviceLine[];
  readonly onChanged: () => void;
}

export function Devices({ devices, onChanged }: DevicesProps) {
  const [chosen, setChosen] = useState<DeviceLine | undefined>(undefined);
  if (devices.length === 0) return <p class="w-muted">{w.noDevices()}</p>;
  return (
    <>
      <List label={w.devices()}>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} onRevoke={() => setChosen(device)} />
        ))}
      </List>
      {chosen && <RevokeSheet device={chosen} onClose={() => setChosen(undefined)} onRevoked={onChanged} />}
    </>
  );
}

function DeviceRow({ device, onRevoke }: { readonly device: DeviceLine; readonly onRevoke: () => void }) {
  const { nowMs } = useStaff();
  const isActive = device.status !== 'revoked';
  const now = nowMs();
  const facts = [
    device.lastContactAt === null ? w.neverInContact() : w.lastContactAt(contactWords(device.lastContactAt, now)),
    staffWords.waitingChanges(device.pending),
    ...(device.clockOffsetMs === null ? [] : [w.clockIs(clockErrorWords(device.clockOffsetMs))]),
    ...(device.app ? [w.versionIs(device.app)] : []),
    w.enrolledAt(monthName(localDateOf(device.enrolledAt))),
  ];
  return (
    <Row
      d={tablet}
      title={
        <span class="staff-device">
          {labelOf(device)}
          <Tag tone={isActive ? 'pine' : 'muted'} d={isActive ? tick : cross}>
            {isActive ? w.active() : w.revoked()}
          </Tag>
        </span>
      }
      second={facts.join(' · ')}
      end={
        isActive ? (
          <Button tone="danger" onPress={onRevoke}>
            {w.revoke()}
            <span class="w-hidden"> {labelOf(device)}</span>
          </Button>
        ) : undefined
      }
    />
  );
}

const labelOf = ({ label, id }: DeviceLine) => label || id;

interface RevokeSheetProps {
  readonly device: DeviceLine;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

function RevokeSheet({ device, onClose, onRevoked }: RevokeSheetProps) {
  const { api, ended, say } = useStaff();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const revoke = async () => {
    setBusy(true);
    const answer = await api.revokeDevice(device.id);
    setBusy(false);
    if (answer.kind === 'ok') {
      onClose();
      say(w.revokeDone(labelOf(device)));
      onRevoked();
    } else if (answer.kind === 'refused' && answer.problem.type === 'signed-out') ended();
    else setFailure(answer);
  };
  return (
    <Sheet
      open
      title={w.revokeTitle(labelOf(device))}
      closeLabel={shellWords.close()}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shellWords.cancel()}</Button>
          <Button tone="danger" disabled={busy} onPress={() => void revoke()}>
            {busy ? w.revoking() : w.revokeNow()}
          </Button>
        </>
      }
    >
      <p>{w.revokeWhat()}</p>
      {device.pending > 0 && <p>{w.revokeWaits(device.pending)}</p>}
      <p>{w.revokeSafe()}</p>
      <p>{w.revokeLasting()}</p>
      {failure && <FailureNotice failure={failure} />}
    </Sheet>
  );
}

/** Why something that was asked for was not done. */
export function FailureNotice({ failure }: { readonly failure: Failure }) {
  if (failure.kind === 'offline')
    return <Notice tone="warn" title={staffWords.offline()} todo={staffWords.offlineHelp()} />;
  const { title, detail } = problemWords[failure.problem.type];
  return <Notice tone="error" title={title()} todo={detail()} />;
}
