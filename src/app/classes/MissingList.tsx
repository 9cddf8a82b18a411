/** What completion still needs: roll calls that were not made, and learners whose contact time is short. */
import { completionOf } from '../../domain/rules/completion.ts';
import { isTaken } from '../../domain/rules/register.ts';
import type { ClassAttendance } from '../../domain/rules/statistics.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { alert, clock } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { useDevice } from '../shell/device.ts';
import type { ClassPage } from './queries.ts';

export interface MissingListProps {
  readonly page: ClassPage;
  readonly attendance: ClassAttendance;
}

export function MissingList({ page, attendance }: MissingListProps) {
  const { today } = useDevice();
  const { course, sessions, marks, people } = page;
  if (!course) return <p class="w-muted">{w.noCourseHere()}</p>;
  const uncalled = sessions.filter(
    (session) =>
      session.status !== 'cancelled' &&
      session.date < today() &&
      !isTaken(
        session,
        marks.filter((mark) => mark.session === session.id),
      ),
  );
  const short = attendance.learners
    .filter((line) => line.isEnrolled)
    .map(({ learner }) => ({ learner, completion: completionOf(learner.id, course, sessions, marks, people) }))
    .filter(({ completion }) => !completion.isMet)
    .sort((a, b) => Number(a.completion.isReachable) - Number(b.completion.isReachable));
  const percent = course.minAttendancePercent;
  return (
    <section class="w-stack">
      <h2>{w.missing()}</h2>
      <p class="w-muted">
        {percent ? w.needed(percent) : w.noRule()} {course.assessment && w.needsAssessment()}
      </p>
      {uncalled.length > 0 && <p class="w-numbers">{w.missingUncalled(uncalled.length)}</p>}
      {short.length > 0 && <p class="w-numbers">{w.missingLearners(short.length)}</p>}
      {short.length > 0 && (
        <List>
          {short.map(({ learner, completion }) => (
            <Row
              key={learner.id}
              d={completion.isReachable ? clock : alert}
              href={`/learners/${learner.id}`}
              title={learner.name}
              second={
                completion.isReachable
                  ? w.short(completion.minutesShort, completion.sessionsLeft)
                  : w.outOfReach(completion.minutesShort)
              }
            />
          ))}
        </List>
      )}
      {percent !== undefined && percent > 0 && short.length === 0 && attendance.learners.length > 0 && (
        <p>{w.nothingMissing()}</p>
      )}
    </section>
  );
}
