/** The line at the bottom that names the tile pointed at; it is always there, so that nothing jumps. */
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { FacilityHealth } from '../../portal/http/reportTypes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { chevronRight, info } from '../../ui/icons.ts';
import { contactWords, shadeLooks, shadeOf } from './contact.ts';
import { nameOf } from './names.ts';

export interface PointedLineProps {
  readonly facility: FacilityHealth | undefined;
  readonly nowMs: number;
}

export function PointedLine({ facility, nowMs }: PointedLineProps) {
  if (!facility)
    return (
      <p class="staff-pointed w-muted">
        <Icon d={info} />
        <span>{w.tilesHelp()}</span>
      </p>
    );
  const shade = shadeOf(facility, nowMs);
  return (
    <a class="staff-pointed" href={`/staff/facilities/${encodeURIComponent(facility.id)}`}>
      <span class={`staff-tile staff-tile-${shade}`}>
        <Icon d={shadeLooks[shade].d} />
      </span>
      <span>
        <strong>{nameOf(facility)}</strong>{' '}
        <span class="w-muted w-numbers">
          {[w.lastContactIs(contactWords(facility.lastContactAt, nowMs)), w.waitingChanges(facility.pending)].join(
            ' · ',
          )}
        </span>
      </span>
      <Icon d={chevronRight} />
    </a>
  );
}
