/** What a failed write or read means for a person; fetched only when one happened (it is precached like all else). */
import { troubleWords as w } from '../../i18n/words/troubles.ts';
import type { Trouble } from '../../store/trouble.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

export function TroubleNotice({ what }: { readonly what: Trouble }) {
  return (
    <Notice
      tone="error"
      title={w.title[what]()}
      safe={w.safe[what]()}
      todo={w.todo[what]()}
      actions={what === 'newerVersionOpen' && <Reload />}
    />
  );
}

/** The database could not be opened at all. */
export function BootNotice() {
  return (
    <Notice tone="error" title={w.bootFailed()} safe={w.safe.diskFailed()} todo={w.bootTodo()} actions={<Reload />} />
  );
}

function Reload() {
  return <Button onPress={() => location.reload()}>{w.reload()}</Button>;
}
