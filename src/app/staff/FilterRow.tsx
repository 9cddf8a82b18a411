/** The filters in one row; what they say is kept in the address by the screen. */
import { staffWords as w } from '../../i18n/words/staff.ts';
import type { CityHealth } from '../../portal/http/reportTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { search } from '../../ui/moreIcons.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { CityFilter } from './cityFilter.ts';
import { contactShades, isContactShade } from './contact.ts';
import { nameOf } from './names.ts';

export interface FilterRowProps {
  readonly city: CityHealth;
  readonly filter: CityFilter;
  readonly onFilter: (filter: CityFilter) => void;
  /** Offers tiles or table. */
  readonly withView?: boolean;
}

export function FilterRow({ city, filter, onFilter, withView }: FilterRowProps) {
  return (
    <search class="staff-filter">
      <Select
        label={w.district()}
        value={filter.district ?? ''}
        options={[
          { value: '', label: w.allDistricts() },
          ...city.districts.map((district) => ({ value: district.code, label: nameOf(district) })),
        ]}
        onChange={(district) => onFilter({ ...filter, district: district || undefined })}
      />
      <Select
        label={w.lastContact()}
        value={filter.contact ?? ''}
        options={[
          { value: '', label: w.allDistricts() },
          ...contactShades.map((shade) => ({ value: shade, label: w.contactOf[shade]() })),
        ]}
        onChange={(contact) => onFilter({ ...filter, contact: isContactShade(contact) ? contact : undefined })}
      />
      <TextField label={w.find()} type="search" value={filter.text} onInput={(text) => onFilter({ ...filter, text })} />
      {withView && (
        <Choice
          label={w.view()}
          value={filter.view}
          options={[
            { value: 'tiles', label: w.asTiles() },
            { value: 'table', label: w.asTable() },
          ]}
          onChange={(view) => onFilter({ ...filter, view })}
        />
      )}
    </search>
  );
}

export function NoneFound({ filter, onFilter }: Pick<FilterRowProps, 'filter' | 'onFilter'>) {
  const clear = () => onFilter({ ...filter, district: undefined, text: '', contact: undefined });
  return <EmptyState d={search} title={w.noneFound()} actions={<Button onPress={clear}>{w.clearFilter()}</Button>} />;
}
