/** Who is in a class, who waits and who left: enrol several at once, withdraw, give a place. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Enrolment } from '../../domain/records/enrolment.ts';
import type { Learner } from '../../domain/records/learner.ts';
import { placesLeft } from '../../domain/rules/enrolling.ts';
import { byPinyin, personOf } from '../../domain/rules/people.ts';
import { tellApart } from '../../domain/rules/tellApart.ts';
import { shortDate } from '../../i18n/format.ts';
import { classWords as w } from '../../i18n/words/classes.ts';
import { shellWords } from '../../i18n/words/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { people as peopleIcon } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { personAdd } from '../../ui/moreIcons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useDevice } from '../shell/device.ts';
import { toast } from '../shell/Page.tsx';
import { detailWords } from '../shell/sessionTitle.ts';
import { type Done, enrol, givePlace, leave } from './actions.ts';
import { EnrolSheet } from './EnrolSheet.tsx';
import type { ClassPage } from './queries.ts';

interface Member {
  readonly learner: Learner;
  readonly enrolment: Enrolment;
}

export function LearnersView({ page }: { readonly page: ClassPage }) {
  const device = useDevice();
  const [isEnrolling, setIsEnrolling] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const members = membersOf(page);
  const details = tellApart(members.map((member) => member.learner));
  const isOpen = page.run.status !== 'closed';
  const withStatus = (...statuses: readonly Enrolment['status'][]) =>
    members.filter(({ enrolment }) => statuses.includes(enrolment.status));
  const [active, waiting, left] = [withStatus('active'), withStatus('waiting'), withStatus('withdrawn', 'completed')];

  async function finish(done: Promise<Done<keyof typeof w.refusals>>, words: string, undo?: () => void) {
    const outcome = await done;
    setRefusal(outcome.kind === 'refused' ? w.refusals[outcome.why]() : undefined);
    if (outcome.kind !== 'saved') return;
    toast.value = { words, action: undo && { label: shellWords.undo(), onPress: undo } };
  }

  const comeBack = ({ learner, enrolment }: Member) =>
    finish(enrol(device, page, [learner.id], enrolment.since), w.cameBack(learner.name));
  const withdrawMember = (member: Member) => {
    const { learner, enrolment } = member;
    const after = page.enrolments.map((each) =>
      each.id === enrolment.id ? { ...each, status: 'withdrawn' as const } : each,
    );
    const undo = () =>
      void finish(
        enrol(device, { ...page, enrolments: after }, [learner.id], enrolment.since),
        w.cameBack(learner.name),
      );
    return finish(leave(device, page, learner.id), w.withdrew(learner.name), undo);
  };
  const withdrawButton = (member: Member) =>
    isOpen && (
      <Button tone="plain" onPress={() => void withdrawMember(member)}>
        <span aria-hidden="true">{w.withdraw()}</span>
        <span class="w-hidden">{w.withdrawOf(member.learner.name)}</span>
      </Button>
    );
  const rows = (group: readonly Member[], end: (member: Member) => ComponentChildren) =>
    group.map((member) => (
      <Row
        key={member.enrolment.id}
        href={`/learners/${member.learner.id}`}
        title={member.learner.name}
        second={secondLine(member, details.get(member.learner.id) ?? [])}
        end={end(member)}
      />
    ));
  const add = isOpen && (
    <Button tone="primary" d={personAdd} onPress={() => setIsEnrolling(true)}>
      {w.enrol()}
    </Button>
  );
  const room = placesLeft(page);
  return (
    <section class="classes-members w-stack">
      {refusal !== undefined && <Notice tone="error" title={refusal} />}
      {members.length === 0 ? (
        <EmptyState d={peopleIcon} title={w.noLearners()} actions={add} />
      ) : (
        <>
          <div class="w-actions">{add}</div>
          <h2 class="w-numbers">
            {w.active()} {countWords(active.length, page.run.capacity)}
          </h2>
          <List label={w.active()}>{rows(active, withdrawButton)}</List>
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h2 class="w-numbers">
            {w.waiting()} {countWords(waiting.length, undefined)}
          </h2>
          <List label={w.waiting()}>
            {rows(waiting, (member) => (
              <>
                {isOpen && room !== 0 && (
                  <Button
                    onPress={() =>
                      void finish(givePlace(device, page, member.learner.id), w.movedUp(member.learner.name))
                    }
                  >
                    {w.moveUp()}
                  </Button>
                )}
                {withdrawButton(member)}
              </>
            ))}
          </List>
        </>
      )}
      {left.length > 0 && (
        <details class="classes-fold">
          <summary>
            {w.left()} {countWords(left.length, undefined)}
          </summary>
          <List label={w.left()}>
            {rows(
              left,
              (member) =>
                isOpen &&
                member.enrolment.status === 'withdrawn' && (
                  <Button tone="plain" onPress={() => void comeBack(member)}>
                    {w.comeBack()}
                  </Button>
                ),
            )}
          </List>
        </details>
      )}
      {isEnrolling && <EnrolSheet page={page} onClose={() => setIsEnrolling(false)} />}
    </section>
  );
}

function countWords(count: number, capacity: number | undefined): string {
  return capacity === undefined ? w.enrolled(count) : w.enrolledOf(count, capacity);
}

function secondLine({ enrolment }: Member, details: Parameters<typeof detailWords>[0]): string {
  const state = enrolment.status === 'completed' ? [w.completed()] : [];
  return [...state, ...(details.length > 0 ? [detailWords(details)] : []), w.since(shortDate(enrolment.since))].join(
    ' · ',
  );
}

/** One line a person, their best standing first, by pinyin. */
function membersOf({ enrolments, people }: ClassPage): readonly Member[] {
  const order: readonly Enrolment['status'][] = ['withdrawn', 'completed', 'waiting', 'active'];
  const byPerson = new Map(
    [...enrolments]
      .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
      .map((enrolment) => [personOf(people, enrolment.learner), enrolment]),
  );
  return [...byPerson]
    .flatMap(([id, enrolment]) => {
      const learner = people.byId.get(id);
      return learner ? [{ learner, enrolment }] : [];
    })
    .sort((a, b) => byPinyin(a.learner, b.learner));
}
