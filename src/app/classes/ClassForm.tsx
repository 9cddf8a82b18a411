/**
 * A new class: course, teacher, room, weekly hours, and at once the dates that come of them, with holidays left out.
 * One press creates the class and every session in one transaction. What is typed survives a reload.
 */

import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Class } from '../../domain/records/class.ts';
import { newClassId, newTeacherId } from '../../domain/rules/newClass.ts';
import type { DayCalendar } from '../../domain/rules/timetable.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDevice } from '../shell/device.ts';
import { useDraft } from '../shell/drafts.ts';
import { fieldErrors } from '../shell/fieldErrors.ts';
import { Page, toast } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import { create } from './actions.ts';
import { CoursePicker } from './CoursePicker.tsx';
import './classes.css';
import { type ClassDraft, classFrom, emptyDraft, someoneNew, withCourse } from './draft.ts';
import { HoursFields } from './HoursFields.tsx';
import { Preview } from './Preview.tsx';
import { readClassParts } from './queries.ts';
import { TeacherFields } from './TeacherFields.tsx';

/** Stands in for the identity that the class gets when it is created. */
const previewId = newClassId('preview');

export function ClassForm() {
  const device = useDevice();
  const { query, route } = useLocation();
  const parts = useLive(readClassParts, []);
  const calendar = useCalendar();
  const draft = useDraft<ClassDraft>('class:new', emptyDraft(device.today()));
  const [triedToSave, setTriedToSave] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const isSaving = useRef(false);
  const typed = draft.value;
  const set = (part: Partial<ClassDraft>) => draft.set({ ...typed, ...part });

  const wanted = query['course'];
  useEffect(() => {
    const course = parts?.courses.find((each) => each.id === wanted);
    if (course && typed.course !== course.id) draft.set(withCourse(typed, course));
  }, [parts !== undefined, wanted]);

  const course = parts?.courses.find((each) => each.id === typed.course);
  const checked = classFrom(typed, previewId, course);
  const errors = checked.ok ? [] : checked.errors;
  const errorOf = fieldErrors(errors, triedToSave);

  async function save(): Promise<void> {
    setTriedToSave(true);
    setRefusal(undefined);
    if (!checked.ok || !course || !calendar) {
      if (!checked.ok) setRefusal(w.refusals.invalidFields());
      return;
    }
    if (isSaving.current) return;
    isSaving.current = true;
    const run: Class = { ...checked.value, id: newClassId(device.newId()) };
    const { teacher, teacherName: name, teacherKind: kind } = typed;
    const newTeacher = teacher === someoneNew ? { id: newTeacherId(device.newId()), name, kind } : undefined;
    const outcome = await create(device, run, course, calendar, newTeacher);
    isSaving.current = false;
    if (outcome.kind === 'refused') setRefusal(w.refusals[outcome.why]());
    if (outcome.kind !== 'saved') return;
    draft.clear();
    route(`/classes/${run.id}`, true);
    toast.value = { words: w.created(outcome.changes.filter((change) => change.kind === 'session').length) };
  }

  return (
    <Page title={w.open()} current="classes" back="/classes">
      {parts && (
        <div class="classes-form">
          <CoursePicker
            courses={parts.courses}
            chosen={course}
            error={errorOf('course')}
            onPick={(picked) => draft.set(withCourse(typed, picked))}
            onChange={() => set({ course: '' })}
          />
          <HoursFields draft={typed} errorOf={errorOf} onChange={set} />
          <div class="classes-pair">
            <NumberField
              label={w.sessions()}
              hint={course && w.sessionsHint(course.sessions)}
              value={typed.sessions}
              min={1}
              max={200}
              lessLabel={w.less()}
              moreLabel={w.more()}
              error={errorOf('sessions')}
              onChange={(sessions) => set({ sessions })}
            />
            <NumberField
              label={w.capacity()}
              hint={w.capacityHint()}
              value={typed.capacity}
              min={1}
              max={1000}
              lessLabel={w.less()}
              moreLabel={w.more()}
              error={errorOf('capacity')}
              onChange={(capacity) => set({ capacity })}
            />
          </div>
          <TeacherFields draft={typed} teachers={parts.teachers} errorOf={errorOf} onChange={set} />
          <div class="classes-pair">
            <TextField
              label={w.title()}
              hint={w.titleHint()}
              value={typed.title}
              error={errorOf('title')}
              onInput={(title) => set({ title })}
            />
            <TextField label={w.room()} value={typed.room} error={errorOf('room')} onInput={(room) => set({ room })} />
          </div>
          <Preview run={checked.ok ? checked.value : undefined} course={course} calendar={calendar} />
          {refusal !== undefined && <Notice tone="error" title={refusal} />}
          <div>
            <Button tone="primary" size="main" onPress={() => void save()}>
              {w.create()}
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}

/** The tables of holidays are fetched only here; they are precached with the app. */
function useCalendar(): DayCalendar | undefined {
  const [calendar, setCalendar] = useState<DayCalendar | undefined>(undefined);
  useEffect(() => {
    void import('./dayCalendar.ts').then((module) => setCalendar(module.chinaDayCalendar));
  }, []);
  return calendar;
}
