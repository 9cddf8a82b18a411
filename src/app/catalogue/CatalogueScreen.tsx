/** What can be taught: programmes by theme, their courses within; found by words, theme, network and level. */
import { levels } from '../../domain/records/course.ts';
import { networks } from '../../domain/records/facility.ts';
import { themes } from '../../domain/records/programme.ts';
import { catalogueWords as w } from '../../i18n/words/catalogue.ts';
import { levelWords, networkWords, termOf, themeWords } from '../../i18n/words/terms.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { library } from '../../ui/icons.ts';
import { List, Row } from '../../ui/List.tsx';
import { search } from '../../ui/moreIcons.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDraft } from '../shell/drafts.ts';
import { Page } from '../shell/Page.tsx';
import { useLive } from '../shell/useLive.ts';
import './catalogue.css';
import { lengthWords, nameOf } from './courseWords.ts';
import { type Filters, filterCatalogue, noFilters } from './filters.ts';
import { type ProgrammeCourses, readCatalogue } from './queries.ts';

export function CatalogueScreen() {
  const catalogue = useLive(readCatalogue, []);
  const filters = useDraft<Filters>('catalogue', noFilters);
  const wanted = filters.value;
  const set = (part: Partial<Filters>) => filters.set({ ...wanted, ...part });
  const found = filterCatalogue(catalogue ?? [], wanted);
  const isNarrow = wanted.query.trim() !== '';
  const shownThemes = [...new Set(found.map(({ programme }) => programme.theme))];
  const ordered = [...shownThemes].sort((a, b) => themes.indexOf(a) - themes.indexOf(b));
  return (
    <Page title={w.catalogue()} current="catalogue">
      {catalogue?.length === 0 && (
        <EmptyState d={library} title={w.none()} actions={<Button href="/queue">{w.toQueue()}</Button>}>
          {w.noneHelp()}
        </EmptyState>
      )}
      {catalogue && catalogue.length > 0 && (
        <div class="w-stack">
          <FilterFields filters={wanted} onChange={set} />
          <p class="w-muted w-numbers" role="status">
            {w.found(
              found.length,
              found.reduce((sum, { courses }) => sum + courses.length, 0),
            )}
          </p>
          {found.length === 0 && (
            <EmptyState d={search} title={w.noMatch()} actions={<Button onPress={filters.clear}>{w.clear()}</Button>}>
              {w.noMatchHelp()}
            </EmptyState>
          )}
          {ordered.map((theme) => (
            <section key={theme} class="w-stack">
              <h2>{termOf(themeWords, theme)}</h2>
              {found
                .filter(({ programme }) => programme.theme === theme)
                .map((each) => (
                  <Programme key={each.programme.id} of={each} isOpen={isNarrow} />
                ))}
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}

interface FilterFieldsProps {
  readonly filters: Filters;
  readonly onChange: (part: Partial<Filters>) => void;
}

function FilterFields({ filters, onChange }: FilterFieldsProps) {
  const all = { value: '' as const, label: w.all() };
  return (
    <div class="catalogue-filters">
      <TextField
        label={w.search()}
        hint={w.searchHint()}
        type="search"
        value={filters.query}
        onInput={(query) => onChange({ query })}
      />
      <Select
        label={w.theme()}
        value={filters.theme}
        options={[all, ...themes.map((value) => ({ value, label: themeWords[value]() }))]}
        onChange={(theme) => onChange({ theme })}
      />
      <Select
        label={w.network()}
        value={filters.network}
        options={[all, ...networks.map((value) => ({ value, label: networkWords[value]() }))]}
        onChange={(network) => onChange({ network })}
      />
      <Select
        label={w.level()}
        value={filters.level}
        options={[all, ...levels.map((value) => ({ value, label: levelWords[value]() }))]}
        onChange={(level) => onChange({ level })}
      />
    </div>
  );
}

/** Folded, so that a theme is seen at a glance; open while somebody searches. */
function Programme({
  of: { programme, courses },
  isOpen,
}: {
  readonly of: ProgrammeCourses;
  readonly isOpen: boolean;
}) {
  return (
    <details class="catalogue-programme" open={isOpen}>
      <summary>
        <span class="catalogue-name">{nameOf(programme)}</span>
        <span class="w-muted w-numbers">
          {termOf(networkWords, programme.network)} · {w.courses(courses.length)}
        </span>
      </summary>
      <List label={nameOf(programme)}>
        {courses.map((course) => (
          <Row
            key={course.id}
            href={`/catalogue/${course.id}`}
            title={nameOf(course)}
            second={`${termOf(levelWords, course.level)} · ${lengthWords(course)}`}
          />
        ))}
      </List>
    </details>
  );
}
