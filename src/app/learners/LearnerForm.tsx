/**
 * The sheet that adds a learner or changes one. Limits come from the record's declaration; likely duplicates are
 * shown with their reasons before anything is written, and the person decides. What is typed survives a reload.
 */
import { useRef, useState } from 'preact/hooks';
import type { Learner } from '../../domain/records/learner.ts';
import { learnerGroups } from '../../domain/records/learner.ts';
import { type LikelyDuplicate, likelyDuplicates } from '../../domain/rules/duplicates.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { groupWords } from '../../i18n/words/terms.ts';
import { troubleWords } from '../../i18n/words/troubles.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDevice } from '../shell/device.ts';
import { useDraft } from '../shell/drafts.ts';
import { fieldErrors } from '../shell/fieldErrors.ts';
import { toast } from '../shell/Page.tsx';
import { saveLearner } from './actions.ts';
import { DuplicateWarning } from './DuplicateWarning.tsx';
import { candidateOf, draftOf, editFrom, type LearnerDraft } from './draft.ts';

export interface LearnerFormProps {
  /** The learner to change; undefined: a new one. */
  readonly learner?: Learner | undefined;
  /** Everybody, among whom duplicates are looked for. */
  readonly learners: readonly Learner[];
  /** What was searched for in vain is likely the name. */
  readonly name?: string | undefined;
  readonly onClose: () => void;
}

export function LearnerForm({ learner, learners, name, onClose }: LearnerFormProps) {
  const device = useDevice();
  const draft = useDraft<LearnerDraft>(`learner:${learner?.id ?? 'new'}`, draftOf(learner, device.today(), name));
  const [triedToSave, setTriedToSave] = useState(false);
  const [found, setFound] = useState<readonly LikelyDuplicate[]>([]);
  const isSaving = useRef(false);
  const typed = draft.value;
  const edit = editFrom(typed, learner?.id ?? 'new', learner, learner?.pinyin);
  const errorOf = fieldErrors(edit.ok ? [] : edit.errors, triedToSave);
  const trouble = device.trouble.value;
  const set = (part: Partial<LearnerDraft>) => {
    setFound([]);
    draft.set({ ...typed, ...part });
  };
  const close = () => {
    draft.clear();
    onClose();
  };

  async function save(isAgreed: boolean): Promise<void> {
    setTriedToSave(true);
    if (!edit.ok || isSaving.current) return;
    isSaving.current = true;
    try {
      const { pinyinFor } = await import('../shell/pinyin.ts');
      const pinyin = await pinyinFor(typed.name);
      const likely = likelyDuplicates(candidateOf(typed, learner, pinyin), learners);
      if (!isAgreed && likely.length > 0) {
        setFound(likely);
        return;
      }
      const whole = editFrom(typed, learner?.id ?? device.newId(), learner, pinyin);
      if (!whole.ok || (await saveLearner(device, whole.value)).kind !== 'saved') return;
      toast.value = { words: shellWords.saved() };
      close();
    } finally {
      isSaving.current = false;
    }
  }

  const enter = () => void save(false);
  return (
    <Sheet
      open
      title={learner ? w.editTitle() : w.add()}
      closeLabel={shellWords.close()}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{shellWords.cancel()}</Button>
          <Button tone="primary" onPress={() => void save(found.length > 0)}>
            {found.length > 0 ? w.saveAnyway() : shellWords.save()}
          </Button>
        </>
      }
    >
      {trouble && <Notice tone="error" title={troubleWords.title[trouble]()} todo={troubleWords.todo[trouble]()} />}
      <DuplicateWarning found={found} onLeave={close} />
      <TextField
        label={w.name()}
        value={typed.name}
        required
        error={errorOf('name')}
        onInput={(value) => set({ name: value })}
        onEnter={enter}
      />
      <TextField
        label={w.birthYear()}
        hint={w.birthYearHint()}
        inputMode="numeric"
        value={typed.birthYear}
        error={errorOf('birthYear')}
        onInput={(value) => set({ birthYear: value })}
        onEnter={enter}
      />
      <TextField
        label={w.phone()}
        type="tel"
        value={typed.phone}
        error={errorOf('phone')}
        onInput={(value) => set({ phone: value })}
        onEnter={enter}
      />
      <TextField
        label={w.card()}
        value={typed.card}
        error={errorOf('card')}
        onInput={(value) => set({ card: value })}
        onEnter={enter}
      />
      <Select
        label={w.group()}
        value={typed.group}
        options={[
          { value: '' as const, label: w.groupNone() },
          ...learnerGroups.map((value) => ({ value, label: groupWords[value]() })),
        ]}
        onChange={(group) => set({ group })}
      />
      <Switch
        label={w.consent()}
        hint={w.consentHint()}
        checked={typed.hasConsent}
        onChange={(hasConsent) => set({ hasConsent })}
      />
      {typed.hasConsent && (
        <TextField
          label={w.consentDate()}
          type="date"
          max={device.today()}
          value={typed.consentDate}
          error={errorOf('consent')}
          onInput={(consentDate) => set({ consentDate })}
          onEnter={enter}
        />
      )}
    </Sheet>
  );
}
