/** The first minutes of an enrolled device: its records are on their way, or wait for a link. Nothing afterwards. */
import { todayWords as w } from '../../i18n/words/today.ts';
import { workState } from '../../store/workState.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useDevice } from '../shell/device.ts';
import { useLive } from '../shell/useLive.ts';

/** Says how the first pull goes; renders nothing once the portal has answered. */
export function FirstPull() {
  const { driver } = useDevice();
  const state = useLive(workState, []);
  if (!state?.enrolled || state.receivedAt !== undefined) return null;
  if (driver.working.value) return <Progress label={w.firstPull()} words={w.firstPullWords()} />;
  return (
    <Notice
      tone="warn"
      title={w.firstPullWaits()}
      safe={w.firstPullSafe()}
      todo={w.firstPullDo()}
      actions={<Button onPress={() => void driver.now()}>{w.tryAgain()}</Button>}
    />
  );
}
