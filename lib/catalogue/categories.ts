/**
 * Categories in the order the home page shows them: what people come for most stands first. The visible name of each is
 * the i18n key `category.<id>`.
 */
export const CATEGORIES = [
  'civil-registration',
  'identity',
  'union-parishad',
  'land',
  'social-protection',
  'travel',
  'migration',
  'police',
  'education',
  'employment',
  'agriculture',
  'health',
  'utility',
  'tax',
  'transport',
  'justice',
  'religion',
  'consular',
  'a2i',
] as const;

export type CategoryId = (typeof CATEGORIES)[number];

/** Whether a definition's category is one the app has a name and a place for. */
export function isCategoryId(value: string): value is CategoryId {
  return (CATEGORIES as readonly string[]).includes(value);
}
