/**
 * Counting heads: fewer, more, ten more, or the number typed. Every press is saved; quick presses add up, because each
 * counts on from what is stored.
 */
import { useId, useState } from 'preact/hooks';
import { rollCallWords as w } from '../../i18n/words/rollCall.ts';
import { Button } from '../../ui/Button.tsx';
import { describedBy, Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { plus } from '../../ui/icons.ts';
import { minus } from '../../ui/moreIcons.ts';
import { readWhole } from '../../ui/NumberField.tsx';
import { countHeads } from './actions.ts';
import type { Acting } from './useActing.ts';
import type { RollCallView } from './view.ts';

interface HeadcountProps {
  readonly view: RollCallView;
  readonly acting: Acting;
  /** For a session of which only heads are counted. */
  readonly big?: boolean;
}

export function Headcount({ view, acting, big }: HeadcountProps) {
  const id = useId();
  const { session } = view.register;
  const [error, setError] = useState<string | undefined>(undefined);
  const disabled = view.mode !== 'open';
  const set = async (next: (before: number | undefined) => number | undefined) => {
    const acted = await acting.run((place) => countHeads(place, next));
    setError(acted.kind === 'refused' ? w.headcountWrong() : undefined);
  };
  const add = (by: number) => () => void set((before) => Math.max(0, (before ?? 0) + by));
  const words = { label: big ? w.headcountOnly() : w.headcount(), error };
  return (
    <div class={big ? 'headcount headcount-big' : 'headcount'}>
      <Field id={id} {...words}>
        <div class="w-stepper">
          <IconButton d={minus} label={w.headcountFewer()} outlined disabled={disabled} onPress={add(-1)} />
          <input
            {...describedBy(id, words)}
            class="w-input"
            inputMode="numeric"
            autoComplete="off"
            placeholder="—"
            value={session.headcount ?? ''}
            disabled={disabled}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              const count = readWhole(typed);
              if (count === undefined && typed.trim() !== '') setError(w.headcountWrong());
              else void set(() => count);
            }}
          />
          <IconButton d={plus} label={w.headcountMore()} outlined disabled={disabled} onPress={add(1)} />
          {big && (
            <Button disabled={disabled} onPress={add(10)}>
              {w.headcountTen()}
            </Button>
          )}
        </div>
      </Field>
    </div>
  );
}
