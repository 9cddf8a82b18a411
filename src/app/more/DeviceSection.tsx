/** What this device is: its facility, number, when it was enrolled, the app's version, and how right its clock is. */
import { localDateOf, localTimeOf } from '../../domain/rules/calendar.ts';
import { currentLanguage } from '../../i18n/phrase.ts';
import { moreWords as w } from '../../i18n/words/more.ts';
import { Button } from '../../ui/Button.tsx';
import { useDevice } from '../shell/device.ts';
import { useLive } from '../shell/useLive.ts';
import { clockWords } from './clockWords.ts';
import { Facts } from './Facts.tsx';
import { type DeviceFacts, readDeviceFacts } from './queries.ts';

export function DeviceSection() {
  const { platform } = useDevice();
  const facts = useLive(readDeviceFacts, []);
  if (!facts) return null;
  return (
    <section class="w-stack">
      <h2>{w.device()}</h2>
      {facts === 'notEnrolled' && (
        <>
          <p>{w.notEnrolled()}</p>
          <Button href="/enrol">{w.enrol()}</Button>
        </>
      )}
      <Facts facts={[...(facts === 'notEnrolled' ? [] : lines(facts)), [w.version(), platform.appVersion]]} />
    </section>
  );
}

function lines(facts: DeviceFacts): readonly (readonly [string, string])[] {
  const { facility, facilityId, device, enrolledAt, offsetMs } = facts;
  const name = facility && (currentLanguage() === 'en' ? facility.en : facility.zh);
  return [
    [w.facility(), name === undefined ? facilityId : `${name} · ${facilityId}`],
    [w.deviceId(), device],
    [w.enrolledAt(), `${localDateOf(enrolledAt)} ${localTimeOf(enrolledAt)}`],
    [w.clock(), clockWords(offsetMs)],
  ];
}
