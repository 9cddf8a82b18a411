/** What stands where an answer belongs: reading, what went wrong with a way to ask again, and the answer itself. */
import type { ComponentChildren } from 'preact';
import { timeOrDate } from '../../i18n/format.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { sync } from '../../ui/moreIcons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useStaff } from './staffContext.ts';
import type { Asked } from './useAnswer.ts';

export interface AnsweredProps<T> {
  readonly asked: Asked<T>;
  readonly children: (value: T) => ComponentChildren;
}

export function Answered<T>({ asked, children }: AnsweredProps<T>) {
  const { value } = asked;
  return (
    <>
      <Trouble asked={asked} />
      {value !== undefined && children(value)}
      {value === undefined && asked.failure === undefined && (
        <p class="w-muted" role="status">
          {w.loading()}
        </p>
      )}
    </>
  );
}

function Trouble({ asked: { failure, at, again } }: { readonly asked: Asked<unknown> }) {
  const { nowMs } = useStaff();
  if (!failure) return null;
  const words = failure.kind === 'refused' ? problemWords[failure.problem.type] : undefined;
  return (
    <Notice
      tone={words ? 'error' : 'warn'}
      title={words ? words.title() : w.offline()}
      safe={at === undefined ? undefined : w.stillShown(timeOrDate(at, nowMs()))}
      todo={words ? words.detail() : w.offlineHelp()}
      actions={
        <Button d={sync} onPress={again}>
          {w.again()}
        </Button>
      }
    />
  );
}
