/**
 * A class's register of one month: learners down, dates across. Participations (every time counts) and learners (each
 * person once) are two numbers. A cell opens the history of its mark. The month stands in the address.
 */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { monthName, wholeNumber } from '../../i18n/format.ts';
import { staffFacilityWords as w } from '../../i18n/words/staffFacility.ts';
import type { ClassMonth } from '../../portal/http/reportTypes.ts';
import { Select } from '../../ui/Select.tsx';
import { Answered } from './Answered.tsx';
import { classAddress } from './ClassTable.tsx';
import { MarkLegend } from './Mark.tsx';
import { type Chosen, MarkSheet } from './MarkSheet.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { classNameOf, nameOf } from './names.ts';
import { StaffPage } from './StaffPage.tsx';
import { useStaff } from './staffContext.ts';
import { useAnswer } from './useAnswer.ts';

export function ClassMonthScreen({ id = '', run = '' }: { readonly id?: string; readonly run?: string }) {
  const { api } = useStaff();
  const { query, route } = useLocation();
  const month = query['month'];
  const asked = useAnswer(`${id} ${run} ${month ?? ''}`, () => api.classMonth(id, run, month));
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  return (
    <StaffPage
      title={asked.value ? classNameOf(asked.value.class) : w.register()}
      current="facilities"
      back={`/staff/facilities/${encodeURIComponent(id)}`}
      wide
    >
      <Answered asked={asked}>
        {(page) => (
          <div class="w-stack">
            <p class="w-muted">{aboutOf(page)}</p>
            <MonthHead
              page={page}
              onMonth={(next) => route(`${classAddress(id, run)}?${new URLSearchParams({ month: next })}`, true)}
            />
            {page.columns.length === 0 ? (
              <p class="w-muted">{w.emptyMonth()}</p>
            ) : (
              <>
                <MonthGrid page={page} onChoose={setChosen} />
                {page.rows.length === 0 && <p class="w-muted">{w.nobody()}</p>}
                <MarkLegend />
                <p class="w-muted">{w.cellHelp()}</p>
              </>
            )}
          </div>
        )}
      </Answered>
      {chosen && <MarkSheet facility={id} chosen={chosen} onClose={() => setChosen(undefined)} />}
    </StaffPage>
  );
}

function aboutOf({ facility, class: run }: ClassMonth): string {
  const course = run.title !== null && run.course ? nameOf(run.course) : null;
  return [nameOf(facility), course, run.teacher, run.room, run.term].filter(Boolean).join(' · ');
}

function MonthHead({ page, onMonth }: { readonly page: ClassMonth; readonly onMonth: (month: string) => void }) {
  const months = page.months.includes(page.month) ? page.months : [page.month, ...page.months];
  const participations = page.rows.reduce((sum, row) => sum + row.attended, 0);
  const learners = page.rows.filter((row) => row.attended > 0).length;
  return (
    <div class="staff-month">
      <Select
        label={w.month()}
        value={page.month}
        options={months.map((value) => ({ value, label: monthName(value) }))}
        onChange={onMonth}
      />
      <dl class="staff-figures w-numbers">
        <div data-figure="participations">
          <dt>{w.participations()}</dt>
          <dd>
            <strong class="staff-figure">{wholeNumber(participations)}</strong>{' '}
            <span class="staff-figure-second w-muted">{w.participationsHelp()}</span>
          </dd>
        </div>
        <div data-figure="learners">
          <dt>{w.learners()}</dt>
          <dd>
            <strong class="staff-figure">{wholeNumber(learners)}</strong>{' '}
            <span class="staff-figure-second w-muted">{w.learnersHelp()}</span>
          </dd>
        </div>
      </dl>
    </div>
  );
}
