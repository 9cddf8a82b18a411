/** Facilities as a table: the same that the tiles show, with the figures behind them. */
import { wholeNumber } from '../../i18n/format.ts';
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { DistrictHealth, FacilityHealth } from '../../portal/http/reportTypes.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { clockErrorWords } from './clockError.ts';
import { contactWords, shadeLooks, shadeOf } from './contact.ts';
import { nameOf } from './names.ts';

interface Line {
  readonly facility: FacilityHealth;
  readonly district: DistrictHealth;
}

export interface FacilityTableProps {
  readonly districts: readonly DistrictHealth[];
  readonly nowMs: number;
  /** Those silent longest first, instead of by district. */
  readonly silentFirst?: boolean;
}

export function FacilityTable({ districts, nowMs, silentFirst }: FacilityTableProps) {
  const inOrder = districts.flatMap((district) => district.facilities.map((facility) => ({ facility, district })));
  const lines = silentFirst ? inOrder.sort((a, b) => contactMs(a) - contactMs(b)) : inOrder;
  return (
    <DataTable
      caption={w.found(lines.length)}
      columns={columns(nowMs)}
      rows={lines}
      rowKey={({ facility }) => facility.id}
    />
  );
}

const contactMs = ({ facility }: Line) => facility.lastContactAt ?? 0;

function columns(nowMs: number): readonly Column<Line>[] {
  return [
    {
      key: 'facility',
      label: w.facility(),
      cell: ({ facility }) => <a href={`/staff/facilities/${encodeURIComponent(facility.id)}`}>{nameOf(facility)}</a>,
    },
    {
      key: 'contact',
      label: w.lastContact(),
      cell: ({ facility }) => <ContactTag facility={facility} nowMs={nowMs} />,
    },
    { key: 'pending', label: w.waiting(), number: true, cell: ({ facility }) => wholeNumber(facility.pending) },
    { key: 'clock', label: w.clock(), number: true, cell: ({ facility }) => clockErrorWords(facility.clockOffsetMs) },
    { key: 'app', label: w.version(), number: true, cell: ({ facility }) => facility.app ?? w.unknown() },
    { key: 'devices', label: w.devices(), number: true, cell: ({ facility }) => wholeNumber(facility.devices) },
    {
      key: 'district',
      label: w.district(),
      cell: ({ district }) => <span class="staff-line">{nameOf(district)}</span>,
    },
  ];
}

/** When a facility was last heard of, in its shade. */
export function ContactTag({ facility, nowMs }: { readonly facility: FacilityHealth; readonly nowMs: number }) {
  const { tone, d } = shadeLooks[shadeOf(facility, nowMs)];
  return (
    <Tag tone={tone} d={d}>
      {contactWords(facility.lastContactAt, nowMs)}
    </Tag>
  );
}
