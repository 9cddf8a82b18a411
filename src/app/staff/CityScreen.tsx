/**
 * The city on one screen: the numbers, what is arriving, and every facility by its last contact, as tiles or as a
 * table. What is looked at stands in the address; the numbers follow the roll calls as they arrive.
 */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { CityHealth, CityToday, FacilityHealth } from '../../portal/http/reportTypes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { library } from '../../ui/icons.ts';
import { Answered } from './Answered.tsx';
import { Arrivals } from './Arrivals.tsx';
import { CityFigures } from './CityFigures.tsx';
import { CityTiles } from './CityTiles.tsx';
import { type CityFilter, filterAddress, filtered, readFilter } from './cityFilter.ts';
import { FacilityTable } from './FacilityTable.tsx';
import { FilterRow, NoneFound } from './FilterRow.tsx';
import { useLiveRollCalls } from './liveRollCalls.ts';
import { PointedLine } from './PointedLine.tsx';
import { useCoalesced, useEveryMinute } from './refreshing.ts';
import { StaffPage } from './StaffPage.tsx';
import { useStaff } from './staffContext.ts';
import { useAnswer } from './useAnswer.ts';

const path = '/staff';
/** A city's evening brings dozens of roll calls a minute: the numbers follow, the portal is not flooded. */
const todayMs = 2_000;
const cityMs = 15_000;

export function CityScreen() {
  const { api } = useStaff();
  const { query, route } = useLocation();
  const city = useAnswer('city', api.city);
  const today = useAnswer('today', api.today);
  const [pointed, setPointed] = useState<FacilityHealth | undefined>(undefined);
  const askToday = useCoalesced(today.again, todayMs);
  const askCity = useCoalesced(city.again, cityMs);
  const askBoth = () => {
    askToday();
    askCity();
  };
  const live = useLiveRollCalls(askBoth);
  useEveryMinute(askBoth);
  const filter = readFilter(query);
  const showsTiles = filter.view === 'tiles' && city.value !== undefined;
  return (
    <StaffPage
      title={w.portal()}
      current="city"
      wide
      state={showsTiles && <PointedLine facility={pointed} nowMs={city.value?.at ?? 0} />}
    >
      <div class="staff-city">
        <Answered asked={city}>{(value) => <CityFigures city={value} today={today.value} />}</Answered>
        <Arrivals asked={today} live={live} />
        {city.value && (
          <Places
            city={city.value}
            today={today.value}
            filter={filter}
            onFilter={(next) => route(filterAddress(path, next), true)}
            onPoint={setPointed}
          />
        )}
      </div>
    </StaffPage>
  );
}

interface PlacesProps {
  readonly city: CityHealth;
  readonly today: CityToday | undefined;
  readonly filter: CityFilter;
  readonly onFilter: (filter: CityFilter) => void;
  readonly onPoint: (facility: FacilityHealth) => void;
}

function Places({ city, today, filter, onFilter, onPoint }: PlacesProps) {
  const districts = filtered(city, filter);
  if (city.counts.facilities === 0)
    return (
      <EmptyState d={library} title={w.noFacilities()}>
        {w.noFacilitiesHelp()}
      </EmptyState>
    );
  return (
    <section class="staff-places w-stack" aria-label={w.table()}>
      <FilterRow city={city} filter={filter} onFilter={onFilter} withView />
      {districts.length === 0 ? (
        <NoneFound filter={filter} onFilter={onFilter} />
      ) : filter.view === 'table' ? (
        <FacilityTable districts={districts} nowMs={city.at} />
      ) : (
        <CityTiles districts={districts} today={today} nowMs={city.at} onPoint={onPoint} />
      )}
    </section>
  );
}
