import type { ServiceEntry } from '../contract/wire';
import type { FormsQuestion } from '../remote/http-catalogue';

/** Forms asked for by name in one request: what a cut line loses is small. */
const BY_NAME = 12;

export interface FormsWish {
  /** `held`: what is here is brought up to date, and the first part where nothing is; `all`: every form. */
  readonly reach: 'held' | 'all';
  /** Nothing larger than a few forms at a time: a larger answer did not come through. */
  readonly small?: boolean;
}

/**
 * What to ask for, so that forms are here as the list says: what is asked for most first. A part that is mostly missing is asked for
 * as a whole, which weighs least; else each form by name, with the content that is here, so that only changes travel.
 * @param tags content by id of the forms that are here
 */
export function planForms(
  services: readonly ServiceEntry[],
  tags: ReadonlyMap<string, string | null>,
  { reach, small = false }: FormsWish,
): readonly FormsQuestion[] {
  const isWanted = ({ id, tag, part }: ServiceEntry) =>
    tags.has(id) ? tags.get(id) !== tag : reach === 'all' || (part === 0 && tags.size === 0);
  const parts = grouped(services);
  return [...parts]
    .sort(([one], [other]) => one - other)
    .flatMap(([part, entries]): readonly FormsQuestion[] => {
      const wanted = entries.filter(isWanted);
      const missing = wanted.filter(({ id }) => !tags.get(id));
      if (!small && missing.length > entries.length / 2) return [{ part }];
      return slices(wanted).map((some) => ({
        want: some.map(({ id }) => {
          const tag = tags.get(id) ?? undefined;
          return tag === undefined ? { id } : { id, tag };
        }),
      }));
    });
}

function grouped(services: readonly ServiceEntry[]): ReadonlyMap<number, ServiceEntry[]> {
  const parts = new Map<number, ServiceEntry[]>();
  for (const entry of services) parts.set(entry.part, [...(parts.get(entry.part) ?? []), entry]);
  return parts;
}

function slices(entries: readonly ServiceEntry[]): readonly (readonly ServiceEntry[])[] {
  return Array.from({ length: Math.ceil(entries.length / BY_NAME) }, (_, at) =>
    entries.slice(at * BY_NAME, (at + 1) * BY_NAME),
  );
}
