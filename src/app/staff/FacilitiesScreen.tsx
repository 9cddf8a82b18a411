/** Every facility as a list to work through: those silent longest first. */
import { useLocation } from 'preact-iso';
import { staffWords as w } from '../../i18n/words/staff.ts';
import { Answered } from './Answered.tsx';
import { type CityFilter, filterAddress, filtered, readFilter } from './cityFilter.ts';
import { FacilityTable } from './FacilityTable.tsx';
import { FilterRow, NoneFound } from './FilterRow.tsx';
import { StaffPage } from './StaffPage.tsx';
import { useStaff } from './staffContext.ts';
import { useAnswer } from './useAnswer.ts';

export function FacilitiesScreen() {
  const { api } = useStaff();
  const { query, route } = useLocation();
  const city = useAnswer('city', api.city);
  const filter = readFilter(query);
  const onFilter = (next: CityFilter) => route(filterAddress('/staff/facilities', next), true);
  return (
    <StaffPage title={w.facilities()} current="facilities" wide>
      <Answered asked={city}>
        {(value) => {
          const districts = filtered(value, filter);
          return (
            <div class="w-stack">
              <FilterRow city={value} filter={filter} onFilter={onFilter} />
              {districts.length === 0 ? (
                <NoneFound filter={filter} onFilter={onFilter} />
              ) : (
                <FacilityTable districts={districts} nowMs={value.at} silentFirst />
              )}
            </div>
          );
        }}
      </Answered>
    </StaffPage>
  );
}
