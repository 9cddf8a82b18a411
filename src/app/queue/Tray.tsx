/** What the portal did not accept: each with its reason, and the ways out: mend it, send it again, give it up. */
import { useState } from 'preact/hooks';
import { ago, shortDate } from '../../i18n/format.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { queueWords as w } from '../../i18n/words/queue.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { titleOf } from '../shell/sessionTitle.ts';
import { useLive } from '../shell/useLive.ts';
import { discard, sendAgain } from './actions.ts';
import { type RefusedItem, refusedItems } from './queries.ts';

export function Tray() {
  const device = useDevice();
  const items = useLive(refusedItems, []) ?? [];
  const [asked, setAsked] = useState<RefusedItem | undefined>(undefined);
  if (items.length === 0) return null;
  const giveUp = async (item: RefusedItem) => {
    await discard(device, item);
    setAsked(undefined);
    toast.value = { words: w.discarded() };
  };
  return (
    <section class="w-stack" id="attention">
      <h2>{w.attention()}</h2>
      <p class="w-muted">{w.attentionHelp()}</p>
      {items.map((item) => (
        <Refused key={item.n} item={item} onDiscard={() => setAsked(item)} />
      ))}
      <Sheet
        open={asked !== undefined}
        title={w.discardAsk()}
        closeLabel={shellWords.close()}
        onClose={() => setAsked(undefined)}
        actions={
          <>
            <Button onPress={() => setAsked(undefined)}>{shellWords.cancel()}</Button>
            <Button tone="danger" onPress={() => asked && void giveUp(asked)}>
              {w.discard()}
            </Button>
          </>
        }
      >
        <p>
          <strong>{asked && recordWords(asked)}</strong>
        </p>
        <p>{w.discardHelp()}</p>
      </Sheet>
    </section>
  );
}

function Refused({ item, onDiscard }: { readonly item: RefusedItem; readonly onDiscard: () => void }) {
  const device = useDevice();
  const { title, detail } = problemWords[item.problem.type];
  const record = recordWords(item);
  const names = (item.problem.errors ?? []).flatMap((error) => fieldWords(error.field));
  const again = async () => {
    const outcome = await sendAgain(device, item);
    if (outcome === 'saved') toast.value = { words: w.againDone() };
  };
  return (
    <Notice
      tone="warn"
      title={record}
      safe={`${title()} · ${w.refusedAt(ago(item.at, device.nowMs()))}`}
      todo={detail()}
      actions={
        <>
          {item.href !== undefined && (
            <Button href={item.href}>
              {w.mend()}
              <span class="w-hidden">{w.ofWhat(record)}</span>
            </Button>
          )}
          <Button onPress={() => void again()}>
            {w.again()}
            <span class="w-hidden">{w.ofWhat(record)}</span>
          </Button>
          <Button tone="danger" onPress={onDiscard}>
            {w.discard()}
            <span class="w-hidden">{w.ofWhat(record)}</span>
          </Button>
        </>
      }
    >
      {names.length > 0 && <p class="w-muted">{w.fields(names)}</p>}
    </Notice>
  );
}

/** Nothing for a field that has no word: its name in the code would help nobody. */
function fieldWords(field: string): readonly string[] {
  const words: { readonly [field: string]: (() => string) | undefined } = w.field;
  const word = Object.hasOwn(words, field) ? words[field] : undefined;
  return word ? [word()] : [];
}

function recordWords({ kind, name, session }: RefusedItem): string {
  const who = name ?? w.somebody();
  const what = session ? `${titleOf(session)} ${shortDate(session.session.date)}` : w.something();
  switch (kind) {
    case 'attendance':
      return w.record.attendance(who, what);
    case 'learner':
      return w.record.learner(who);
    case 'session':
      return w.record.session(what);
    case 'teacher':
      return w.record.teacher(who);
    case 'class':
      return w.record.class(name ?? '');
    case 'enrolment':
      return w.record.enrolment(who, '');
    default:
      return w.record.other();
  }
}
