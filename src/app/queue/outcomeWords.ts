/** The last attempt in plain words: what happened, and what to do where there is something to do. */
import { never } from '../../domain/kit/assert.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { queueWords } from '../../i18n/words/queue.ts';
import type { SyncOutcome } from '../../sync/ports.ts';

const w = queueWords.outcome;

export interface OutcomeWords {
  readonly title: string;
  readonly detail: string | undefined;
}

/** `isOnline`: whether the browser sees a network now; it only tells no link from a silent portal. */
export function outcomeWords(outcome: SyncOutcome, isOnline: boolean): OutcomeWords {
  switch (outcome.kind) {
    case 'delivered': {
      const counts = w.deliveredCounts(outcome.sent, outcome.received);
      return {
        title: w.delivered(),
        detail: outcome.refused > 0 ? `${counts} · ${w.someRefused(outcome.refused)}` : counts,
      };
    }
    case 'waiting':
      return waitingWords(outcome.why, isOnline);
    case 'stopped': {
      const { title, detail } = problemWords[outcome.problem.type];
      return { title: title(), detail: detail() };
    }
    case 'notEnrolled':
      return { title: w.notEnrolled(), detail: undefined };
    default:
      return never(outcome);
  }
}

function waitingWords(why: Extract<SyncOutcome, { kind: 'waiting' }>['why'], isOnline: boolean): OutcomeWords {
  const reason = why === 'offline' && isOnline ? 'unreachable' : why;
  return { title: w[reason](), detail: w[`${reason}Help`]() };
}
