/** Picks the course of a new class by part of its name, in either language. */
import { useState } from 'preact/hooks';
import type { Course } from '../../domain/records/course.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { levelWords, termOf } from '../../i18n/words/terms.ts';
import { Button } from '../../ui/Button.tsx';
import { List, Row } from '../../ui/List.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { courseNameOf, hoursOf } from './className.ts';

const shownMax = 8;

export interface CoursePickerProps {
  readonly courses: readonly Course[];
  readonly chosen: Course | undefined;
  readonly error?: string | undefined;
  readonly onPick: (course: Course) => void;
  readonly onChange: () => void;
}

export function CoursePicker({ courses, chosen, error, onPick, onChange }: CoursePickerProps) {
  const [query, setQuery] = useState('');
  if (chosen)
    return (
      <section class="classes-picked" aria-label={w.course()}>
        <div>
          <b>{courseNameOf(chosen)}</b>
          <div class="w-muted w-numbers">{courseFacts(chosen)}</div>
        </div>
        <Button onPress={onChange}>{w.otherCourse()}</Button>
      </section>
    );
  const wanted = query.trim().toLowerCase();
  const found = courses.filter(
    (course) => course.zh.toLowerCase().includes(wanted) || course.en.toLowerCase().includes(wanted),
  );
  return (
    <section class="w-stack">
      <TextField
        label={w.findCourse()}
        hint={w.findCourseHint()}
        type="search"
        value={query}
        error={error}
        onInput={setQuery}
      />
      {found.length === 0 ? (
        <p class="w-muted">{courses.length === 0 ? w.noCourses() : w.noCourse()}</p>
      ) : (
        <List label={w.course()}>
          {found.slice(0, shownMax).map((course) => (
            <Row
              key={course.id}
              title={courseNameOf(course)}
              second={courseFacts(course)}
              onPress={() => onPick(course)}
            />
          ))}
        </List>
      )}
    </section>
  );
}

function courseFacts(course: Course): string {
  return `${termOf(levelWords, course.level)} · ${w.courseLength(course.sessions, hoursOf(course.minutes))}`;
}
