/**
 * Which facilities are looked at, as it stands in the address: a link shows the same to a colleague. Pure.
 */
import type { CityHealth, FacilityHealth } from '../../portal/http/reportTypes.ts';
import { type ContactShade, isContactShade, shadeOf } from './contact.ts';

export interface CityFilter {
  readonly district: string | undefined;
  readonly text: string;
  readonly contact: ContactShade | undefined;
  readonly view: 'tiles' | 'table';
}

type Query = { readonly [name: string]: string | undefined };

export function readFilter(query: Query): CityFilter {
  const contact = query['contact'];
  return {
    district: query['district'] || undefined,
    text: query['q'] ?? '',
    contact: isContactShade(contact) ? contact : undefined,
    view: query['view'] === 'table' ? 'table' : 'tiles',
  };
}

/** The address of a page with a filter; what is as usual is left out. */
export function filterAddress(path: string, { district, text, contact, view }: CityFilter): string {
  const query = new URLSearchParams({
    ...(district === undefined ? {} : { district }),
    ...(text === '' ? {} : { q: text }),
    ...(contact === undefined ? {} : { contact }),
    ...(view === 'tiles' ? {} : { view }),
  });
  return query.size === 0 ? path : `${path}?${query}`;
}

export function isFiltered({ district, text, contact }: CityFilter): boolean {
  return district !== undefined || text.trim() !== '' || contact !== undefined;
}

/** The districts that are left, each with the facilities that are left; those without any are dropped. */
export function filtered(city: CityHealth, filter: CityFilter): CityHealth['districts'] {
  const sought = filter.text.trim().normalize('NFKC').toLowerCase();
  const fits = (facility: FacilityHealth) =>
    (filter.contact === undefined || shadeOf(facility, city.at) === filter.contact) &&
    [facility.zh, facility.en, facility.id].some((name) => name.toLowerCase().includes(sought));
  return city.districts
    .filter(({ code }) => filter.district === undefined || code === filter.district)
    .map((district) => ({ ...district, facilities: district.facilities.filter(fits) }))
    .filter(({ facilities }) => facilities.length > 0);
}
