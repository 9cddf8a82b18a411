/** What needs a person at this facility: two devices that differ, and changes that the portal could not take. */
import { timeOrDate } from '../../i18n/format.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { ClashLine, FacilityDetail, RefusedLine } from '../../portal/http/reportTypes.ts';
import { alert } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { history } from '../../ui/moreIcons.ts';
import { useStaff } from './staffContext.ts';
import { fieldWord, kindWord, valueWords } from './values.ts';

export function NeedsCare({ detail: { clashes, refused } }: { readonly detail: FacilityDetail }) {
  return (
    <section class="w-stack">
      <h2>{w.attention()}</h2>
      {clashes.length + refused.length === 0 && <p class="w-muted">{w.nothing()}</p>}
      {clashes.length > 0 && (
        <>
          <h3>{w.clashes()}</h3>
          <p class="w-muted">{w.clashesHelp()}</p>
          <List label={w.clashes()}>
            {clashes.map((clash) => (
              <ClashRow key={`${clash.kind} ${clash.id} ${clash.field} ${clash.otherMs}`} clash={clash} />
            ))}
          </List>
        </>
      )}
      {refused.length > 0 && (
        <>
          <h3>{w.refused()}</h3>
          <p class="w-muted">{w.refusedHelp()}</p>
          <List label={w.refused()}>
            {refused.map((line) => (
              <RefusedRow key={`${line.device} ${line.n}`} line={line} />
            ))}
          </List>
        </>
      )}
    </section>
  );
}

function ClashRow({ clash }: { readonly clash: ClashLine }) {
  const { nowMs } = useStaff();
  const side = (word: string, value: ClashLine['kept'], device: string, ms: number) =>
    `${word} ${valueWords(clash.field, value)} (${w.byDeviceAt(device, timeOrDate(ms, nowMs()))})`;
  return (
    <Row
      d={history}
      title={`${kindWord(clash.kind)} · ${fieldWord(clash.field)}`}
      second={
        <>
          <span class="staff-side">{side(w.keptValue(), clash.kept, clash.keptDevice, clash.keptMs)}</span>
          <span class="staff-side">{side(w.otherValue(), clash.other, clash.otherDevice, clash.otherMs)}</span>
        </>
      }
    />
  );
}

function RefusedRow({ line }: { readonly line: RefusedLine }) {
  const { nowMs } = useStaff();
  return (
    <Row
      d={alert}
      title={`${kindWord(line.kind)} · ${problemTitle(line.problem)}`}
      second={`${w.byDeviceAt(line.device, timeOrDate(line.at, nowMs()))} · ${Object.keys(line.fields).map(fieldWord).join(' ')}`}
    />
  );
}

/** A reason that this build has no words for stands as it is. */
export function problemTitle(type: string): string {
  const words: { readonly [type: string]: { readonly title: () => string } | undefined } = problemWords;
  return words[type]?.title() ?? type;
}
