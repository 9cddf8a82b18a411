/**
 * A row of tiles a district, a tile a facility, by last contact. A district is one stop of the Tab key; arrows move
 * within it. Pointing at a tile names it in the line below; a mouse's click or Enter opens it, a finger's first tap only
 * names it, the second opens.
 */
import { useRef, useState } from 'preact/hooks';
import { wholeNumber } from '../../i18n/format.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { CityHealth, CityToday, DistrictHealth, FacilityHealth } from '../../portal/http/reportTypes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { contactShades, shadeLooks, shadeOf } from './contact.ts';
import { nameOf } from './names.ts';

export interface CityTilesProps {
  readonly districts: CityHealth['districts'];
  readonly today: CityToday | undefined;
  readonly nowMs: number;
  readonly onPoint: (facility: FacilityHealth) => void;
}

export function CityTiles({ districts, today, nowMs, onPoint }: CityTilesProps) {
  return (
    <>
      <Legend />
      <div class="staff-districts">
        {districts.map((district) => (
          <section key={district.code}>
            <DistrictHead district={district} today={today} />
            <TileRow district={district} nowMs={nowMs} onPoint={onPoint} />
          </section>
        ))}
      </div>
    </>
  );
}

function DistrictHead({
  district,
  today,
}: {
  readonly district: DistrictHealth;
  readonly today: CityToday | undefined;
}) {
  const { counts } = district;
  const taught = today?.districts.find(({ code }) => code === district.code)?.counts;
  return (
    <header class="staff-district w-numbers">
      <h3>{nameOf(district)}</h3>
      <span class="staff-district-number">
        {w.contactedOf(wholeNumber(counts.week), wholeNumber(counts.facilities))}
      </span>
      {taught && (
        <span class="staff-district-number">{w.takenOf(wholeNumber(taught.dueTaken), wholeNumber(taught.due))}</span>
      )}
    </header>
  );
}

interface TileRowProps {
  readonly district: DistrictHealth;
  readonly nowMs: number;
  readonly onPoint: (facility: FacilityHealth) => void;
}

function TileRow({ district, nowMs, onPoint }: TileRowProps) {
  const row = useRef<HTMLUListElement>(null);
  /** Whether the click that follows a press opens: a finger must have named the tile before. */
  const opens = useRef(true);
  const [stop, setStop] = useState(0);
  const count = district.facilities.length;
  const moveTo = (event: KeyboardEvent) => {
    const tiles = row.current?.querySelectorAll('a') ?? [];
    const next = targetOf(event.key, [...tiles].findIndex(isFocused), count);
    if (next < 0) return;
    event.preventDefault();
    setStop(next);
    tiles[next]?.focus();
  };
  return (
    <ul class="staff-tiles" ref={row} aria-label={w.tilesOf(nameOf(district))} onKeyDown={moveTo}>
      {district.facilities.map((facility, i) => {
        const shade = shadeOf(facility, nowMs);
        const { d } = shadeLooks[shade];
        return (
          <li key={facility.id}>
            <a
              class={`staff-tile staff-tile-${shade}`}
              href={`/staff/facilities/${encodeURIComponent(facility.id)}`}
              tabIndex={i === Math.min(stop, count - 1) ? 0 : -1}
              aria-label={w.tile(nameOf(facility), w.contactOf[shade]())}
              onPointerDown={(event) => {
                opens.current = event.pointerType !== 'touch' || document.activeElement === event.currentTarget;
              }}
              onMouseEnter={() => onPoint(facility)}
              onFocus={() => onPoint(facility)}
              onClick={(event) => {
                onPoint(facility);
                if (opens.current || event.detail === 0) return;
                event.preventDefault();
                event.stopPropagation(); // the router listens further out
                event.currentTarget.focus();
              }}
            >
              <Icon d={d} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

const isFocused = (tile: Element) => tile === document.activeElement;

/** The tile that a key leads to from the one at `at`; -1 when it is no such key. */
function targetOf(key: string, at: number, count: number): number {
  if (at < 0) return -1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

function Legend() {
  return (
    <ul class="staff-legend" aria-label={w.legend()}>
      {contactShades.map((shade) => (
        <li key={shade} class="staff-legend-item">
          <span class={`staff-tile staff-tile-${shade}`}>
            <Icon d={shadeLooks[shade].d} />
          </span>
          {w.contactOf[shade]()}
        </li>
      ))}
    </ul>
  );
}
