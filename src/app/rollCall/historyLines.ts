/** What was done to one mark on this device, as lines to read: newest first, from what to what, and why. Pure. */
import { isObject } from '../../domain/kit/json.ts';
import { deletedField, sealedField } from '../../domain/kit/record.ts';
import type { HistoryItem } from '../../store/workState.ts';

export interface HistoryLine {
  readonly at: number;
  /** A status's name, or `notTaken`; undefined where this device did not see it. */
  readonly from: string | undefined;
  /** Undefined when only time or remark changed. */
  readonly to: string | undefined;
  readonly reason: string | undefined;
  readonly sent: boolean;
}

/** `items` as the store gives them, newest first; `ids` are the person's marks, those on duplicates included. */
export function historyLines(items: readonly HistoryItem[], ids: ReadonlySet<string>): readonly HistoryLine[] {
  const own = items.filter(({ change }) => change.kind === 'attendance' && ids.has(change.id)).reverse();
  let status: string | undefined;
  const lines: HistoryLine[] = [];
  for (const { at, change, sent } of own) {
    if (change.base === null && status === undefined) status = 'notTaken';
    const after = statusAfter(change.fields, status);
    const line = { at, from: status, to: after === status ? undefined : after, reason: reasonIn(change.fields), sent };
    const last = lines.at(-1);
    if (last?.at === at)
      lines[lines.length - 1] = joined(last, line); // one action may be several changes
    else lines.push(line);
    status = after;
  }
  return lines.reverse();
}

/** One action may be several changes: the status is one, the sealed reason another. */
function joined(a: HistoryLine, b: HistoryLine): HistoryLine {
  return { at: a.at, from: a.from, to: a.to, reason: b.reason ?? a.reason, sent: a.sent && b.sent };
}

function statusAfter(fields: HistoryItem['change']['fields'], before: string | undefined): string | undefined {
  if (fields[deletedField] === true) return 'notTaken';
  const { status } = fields;
  return typeof status === 'string' ? status : before;
}

function reasonIn(fields: HistoryItem['change']['fields']): string | undefined {
  const sealed = fields[sealedField];
  const reason = isObject(sealed) ? sealed['reason'] : undefined;
  return typeof reason === 'string' ? reason : undefined;
}
