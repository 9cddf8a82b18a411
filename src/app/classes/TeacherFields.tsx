/** Who teaches a new class: somebody known, somebody new by name, or nobody yet. */
import type { Teacher } from '../../domain/records/teacher.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ErrorOf } from '../shell/fieldErrors.ts';
import { type ClassDraft, nobodyYet, someoneNew } from './draft.ts';

const kinds = ['assigned', 'partTime', 'volunteer'] as const;

export interface TeacherFieldsProps {
  readonly draft: ClassDraft;
  readonly teachers: readonly Teacher[];
  readonly errorOf: ErrorOf;
  readonly onChange: (part: Partial<ClassDraft>) => void;
}

export function TeacherFields({ draft, teachers, errorOf, onChange }: TeacherFieldsProps) {
  return (
    <>
      <Select
        label={w.teacher()}
        value={draft.teacher}
        options={[
          { value: nobodyYet, label: w.noTeacher() },
          ...teachers.map(({ id, name }) => ({ value: id, label: name })),
          { value: someoneNew, label: w.newTeacher() },
        ]}
        onChange={(teacher) => onChange({ teacher })}
      />
      {draft.teacher === someoneNew && (
        <div class="classes-pair">
          <TextField
            label={w.teacherName()}
            value={draft.teacherName}
            error={errorOf('teacher.name')}
            onInput={(teacherName) => onChange({ teacherName })}
          />
          <Choice
            label={w.teacherKind()}
            value={draft.teacherKind}
            options={kinds.map((value) => ({ value, label: w.teacherKinds[value]() }))}
            onChange={(teacherKind) => onChange({ teacherKind })}
          />
        </div>
      )}
    </>
  );
}
