/** What this browser does for the records: sending when closed, keeping them, the space they take. */
import { useEffect, useState } from 'preact/hooks';
import { wholeNumber } from '../../i18n/format.ts';
import { queueWords as w } from '../../i18n/words/queue.ts';
import { requestPersistence } from '../../store/persistence.ts';
import { Button } from '../../ui/Button.tsx';
import { List, Row } from '../../ui/List.tsx';
import { useDevice } from '../shell/device.ts';
import { persistence } from '../shell/storageState.ts';

export function DeviceState() {
  const { driver } = useDevice();
  const bytes = useUsage();
  const sends = driver.sendsWhenClosed.value;
  const kept = persistence.value;
  const ask = async () => {
    persistence.value = await requestPersistence();
  };
  return (
    <section class="w-stack">
      <h2>{w.device()}</h2>
      <List>
        <Row
          title={w.closedApp()}
          second={sends === undefined ? w.closedUnknown() : sends ? w.closedYes() : w.closedNo()}
        />
        <Row
          title={w.kept()}
          second={kept === 'granted' ? w.keptYes() : kept === 'refused' ? w.keptNo() : w.keptUnknown()}
          end={kept === 'granted' ? undefined : <Button onPress={() => void ask()}>{w.askToKeep()}</Button>}
        />
        {bytes !== undefined && <Row title={w.usage()} value={sizeWords(bytes)} />}
      </List>
    </section>
  );
}

/** Bytes only: a share of the quota would say nothing, for browsers make the quota up. */
function useUsage(): number | undefined {
  const [bytes, setBytes] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (!navigator.storage?.estimate) return;
    void navigator.storage.estimate().then(
      ({ usage }) => setBytes(usage),
      () => setBytes(undefined), // a private window may refuse to say
    );
  }, []);
  return bytes;
}

const mega = 1024 * 1024;

function sizeWords(bytes: number): string {
  return bytes < mega ? `${wholeNumber(Math.ceil(bytes / 1024))} KB` : `${wholeNumber(Math.round(bytes / mega))} MB`;
}
