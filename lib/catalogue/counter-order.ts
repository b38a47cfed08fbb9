import { CATEGORIES } from './categories';

/** What people come for most, as centres report it; the rest follows by category. */
const MOST_ASKED = [
  'birth-registration',
  'birth-record-correction',
  'death-registration',
  'nationality-character-certificate',
  'new-voter-registration',
  'nid-correction',
  'epassport-application',
  'e-namjari',
  'land-development-tax',
  'khatian-copy',
  'old-age-allowance',
  'trade-licence',
  'police-clearance',
  'online-gd-lost',
  'consular-attestation',
];

interface Ranked {
  readonly id: string;
  readonly category: string;
}

/** Services in the order a counter looks for them; those without a rank by category, then as they came. */
export function inCounterOrder<T extends Ranked>(services: readonly T[]): readonly T[] {
  const rank = ({ id, category }: Ranked) => {
    const asked = MOST_ASKED.indexOf(id);
    if (asked >= 0) return asked;
    const place = (CATEGORIES as readonly string[]).indexOf(category);
    return MOST_ASKED.length + (place < 0 ? CATEGORIES.length : place);
  };
  return [...services].sort((one, other) => rank(one) - rank(other));
}
