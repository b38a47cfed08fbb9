import type { SearchableService } from '../../lib/catalogue/search-index';

const ALPHABETS = ['কখগঘচছজঝটঠডঢণতথদধনপফবভমযরলশষসহ', 'bcdfghjklmnpqrstvwxyz'];

/**
 * As many services as asked for: the real ones, then again with other consonants in every word. Their words have the
 * shape of real ones and are all different, which is harder on a search than a thousand real services would be.
 */
export function manyServices(
  services: readonly SearchableService[],
  count: number,
): readonly SearchableService[] {
  return Array.from({ length: count }, (_, at) => {
    const service = services[at % services.length];
    if (service === undefined) throw new RangeError('no services to begin with');
    const round = Math.floor(at / services.length);
    if (round === 0) return service;
    const { id, name, keywords } = service;
    return {
      ...service,
      id: `${id}-${round}`,
      name: { bn: otherWords(name.bn, round), en: otherWords(name.en, round) },
      keywords: keywords.map((keyword) => otherWords(keyword, round)),
    };
  });
}

function otherWords(text: string, by: number): string {
  return Array.from(text, (letter) => {
    const alphabet = ALPHABETS.find((letters) => letters.includes(letter));
    return alphabet?.[(alphabet.indexOf(letter) + by) % alphabet.length] ?? letter;
  }).join('');
}
