/** One course: how long, for whom, what completion asks for, its lessons, and the classes that run it here. */

import { currentLanguage } from '../../i18n/phrase.ts';
import { catalogueWords as w } from '../../i18n/words/catalogue.ts';
import { levelWords, networkWords, termOf, themeWords } from '../../i18n/words/terms.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { library, plus } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import type { RouteProps } from '../shell/App.tsx';
import { Page } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import './catalogue.css';
import { completionWords, lengthWords, nameOf } from './courseWords.ts';
import { type CoursePage, readCoursePage } from './queries.ts';

export function CourseScreen({ id = '' }: RouteProps) {
  const page = useLive((db) => readCoursePage(db, id), [id]);
  const found = page === 'missing' ? undefined : page;
  return (
    <Page title={found ? nameOf(found.course) : w.course()} current="catalogue" back="/catalogue">
      {page === 'missing' && (
        <EmptyState d={library} title={w.gone()} actions={<Button href="/catalogue">{w.catalogue()}</Button>}>
          {w.goneHelp()}
        </EmptyState>
      )}
      {found && <CourseView page={found} />}
    </Page>
  );
}

function CourseView({ page: { course, programme, classes } }: { readonly page: CoursePage }) {
  const topics = course.topics ?? [];
  return (
    <div class="w-stack">
      <Facts page={{ course, programme, classes }} />
      <div class="w-actions">
        <Button tone="primary" d={plus} href={`/classes/new?course=${encodeURIComponent(course.id)}`}>
          {w.openClass()}
        </Button>
      </div>
      <section class="w-stack">
        <h2>{w.classesHere()}</h2>
        {classes.length === 0 ? (
          <p class="w-muted">{w.noClassesHere()}</p>
        ) : (
          <List>
            {classes.map((run) => (
              <Row
                key={run.id}
                href={`/classes/${run.id}`}
                title={run.title ?? nameOf(course)}
                second={w.starts(run.starts)}
                value={w.status[run.status]?.()}
              />
            ))}
          </List>
        )}
      </section>
      <section class="w-stack">
        <h2>{w.topics()}</h2>
        {topics.length === 0 ? (
          <p class="w-muted">{w.noTopics()}</p>
        ) : (
          <ol class="catalogue-topics">
            {topics.map((topic, i) => (
              <li key={`${i} ${topic}`}>{topic}</li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}

function Facts({ page: { course, programme } }: { readonly page: CoursePage }) {
  const facts: readonly (readonly [string, string])[] = [
    ...(programme
      ? ([
          [w.programme(), nameOf(programme)],
          [w.theme(), termOf(themeWords, programme.theme)],
          [w.network(), termOf(networkWords, programme.network)],
          [w.owner(), currentLanguage() === 'en' ? programme.ownerEn : programme.ownerZh],
        ] as const)
      : []),
    [w.level(), termOf(levelWords, course.level)],
    [w.length(), lengthWords(course)],
    [w.completion(), completionWords(course)],
  ];
  return (
    <dl class="catalogue-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="w-numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
