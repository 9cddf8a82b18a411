/** Below the tiles: heads without names, what is saved here and received there, and *finish*. */
import { useState } from 'preact/hooks';
import { timeOrDate } from '../../i18n/format.ts';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { sessionDelivery } from '../../store/workState.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { cloudTick, tablet, tick } from '../../ui/icons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import { finish } from './actions.ts';
import { Headcount } from './Headcount.tsx';
import type { Acting } from './useActing.ts';
import type { RollCallView } from './view.ts';

interface FootProps {
  readonly view: RollCallView;
  readonly acting: Acting;
}

export function Foot({ view, acting }: FootProps) {
  const [asks, setAsks] = useState(false);
  const { counts, mode, register } = view;
  const isCounted = register.session.class === undefined;
  const close = async () => {
    setAsks(false);
    const acted = await acting.run(finish);
    if (acted.kind === 'saved') acting.tell(w.finished());
    if (acted.kind === 'refused') toast.value = { words: w.refused[acted.why]() };
  };
  return (
    <div class="roll-call-foot">
      {!isCounted && mode !== 'cancelled' && mode !== 'future' && <Headcount view={view} acting={acting} />}
      <div class="roll-call-end">
        <Delivery view={view} />
        {mode === 'open' && (
          <Button
            tone="primary"
            size="main"
            d={tick}
            onPress={() => (counts.notTaken > 0 ? setAsks(true) : void close())}
          >
            {w.finish()}
          </Button>
        )}
      </div>
      <Sheet
        open={asks}
        title={w.blanksTitle(counts.notTaken)}
        closeLabel={shellWords.close()}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button onPress={() => void close()}>{w.finishAnyway()}</Button>
            <Button tone="primary" onPress={() => setAsks(false)}>
              {w.goBack()}
            </Button>
          </>
        }
      >
        <p>{w.blanksHelp()}</p>
      </Sheet>
    </div>
  );
}

/** True words only: saved once the database holds it, received once the portal has said so. */
function Delivery({ view: { register } }: { readonly view: RollCallView }) {
  const device = useDevice();
  const { session, marks } = register;
  const delivery = useLive((db) => sessionDelivery(db, session.id), [session.id]);
  if (!delivery) return null;
  const isCounted = session.class === undefined;
  const saved = isCounted ? (session.headcount === undefined ? [] : [session]) : marks;
  if (saved.length === 0) return <p class="w-muted">{w.nothingYet()}</p>;
  const received = saved.filter((record) => !delivery.waiting.has(record.id)).length;
  const at = delivery.receivedAt === undefined ? undefined : timeOrDate(delivery.receivedAt, device.nowMs());
  return (
    <p class="roll-call-delivery w-numbers">
      <span>
        <Icon d={tablet} /> {w.savedHere()}
      </span>{' '}
      <span class={received === saved.length ? 'roll-call-received' : 'w-muted'}>
        <Icon d={cloudTick} />{' '}
        {at === undefined || received === 0
          ? w.portalHas(received, saved.length)
          : w.portalHasAt(received, saved.length, at)}
      </span>
    </p>
  );
}
