/** A person's classes and how often they came: for each class, and together. */
import { currentLanguage } from '../../i18n/phrase.ts';
import { learnerWords as w } from '../../i18n/words/learners.ts';
import { sessionWords } from '../../i18n/words/session.ts';
import { List, Row } from '../../ui/List.tsx';
import type { ClassOfLearner } from './queries.ts';

export function LearnerClasses({ classes }: { readonly classes: readonly ClassOfLearner[] }) {
  const lines = classes.flatMap(({ attendance }) => attendance ?? []);
  const sum = (value: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + value(line), 0);
  const taken = sum((line) => line.taken);
  return (
    <section class="w-stack">
      <h2>{w.classes()}</h2>
      {classes.length === 0 ? (
        <p class="w-muted">{w.noClasses()}</p>
      ) : (
        <List>
          {classes.map((each) => (
            <Row
              key={each.enrolment.id}
              href={`/classes/${each.run.id}`}
              title={classTitle(each)}
              second={attendanceWords(each)}
              value={w.statuses[each.enrolment.status]?.()}
            />
          ))}
        </List>
      )}
      {taken > 0 && (
        <p class="w-numbers">
          {w.allClasses()}
          {w.colon()}
          {w.attended(
            sum((line) => line.attended),
            taken,
          )}
          {' · '}
          {w.hours(hoursOf(sum((line) => line.minutes)))}
        </p>
      )}
    </section>
  );
}

function classTitle({ run, course }: ClassOfLearner): string {
  const taught = course && (currentLanguage() === 'en' ? course.en : course.zh);
  return run.title ?? taught ?? sessionWords.unnamed();
}

function attendanceWords({ attendance }: ClassOfLearner): string {
  if (!attendance || attendance.taken === 0) return w.notTakenYet();
  const { attended, taken, percent } = attendance;
  return [w.attended(attended, taken), ...(percent === undefined ? [] : [w.percent(percent)])].join(' · ');
}

function hoursOf(minutes: number): string {
  return (Math.floor(minutes / 6) / 10).toString();
}
