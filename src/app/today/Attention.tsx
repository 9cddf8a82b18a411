/** What a person must look at: refused changes, a portal that refuses the device, a browser that may forget. */
import { todayWords as w } from '../../i18n/words/today.ts';
import { workState } from '../../store/workState.ts';
import { alert } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { persistence } from '../shell/storageState.ts';
import { useLive } from '../shell/useLive.ts';

/** Rows that lead to the queue; nothing when nobody is needed. */
export function Attention() {
  const state = useLive(workState, []);
  const rows = [
    ...(state?.outcome?.what.kind === 'stopped' ? [{ title: w.stopped(), second: w.stoppedHelp() }] : []),
    ...(state && state.refused > 0 ? [{ title: w.refused(state.refused), second: w.refusedHelp() }] : []),
    ...(persistence.value === 'refused' ? [{ title: w.notKept(), second: w.notKeptHelp() }] : []),
  ];
  if (rows.length === 0) return null;
  return (
    <section class="w-stack">
      <h2>{w.attention()}</h2>
      <List>
        {rows.map((row) => (
          <Row key={row.title} d={alert} {...row} href="/queue" />
        ))}
      </List>
    </section>
  );
}
