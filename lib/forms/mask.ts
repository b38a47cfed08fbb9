const DOTS = '•••';

/**
 * A name for lists that others may see: of every word the first letter with its signs, then three dots whatever its
 * length (`র••• উ•••`). A title such as মোঃ or MD stays, since nobody is known by it.
 */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => (isTitle(word) ? word : firstLetter(word) + (word === '' ? '' : DOTS)))
    .join(' ');
}

/** A number for lists: dots, then the last digits (`•••678`); a number not longer than that is all dots. */
export function maskDigits(digits: string, keep = 3): string {
  return digits === '' ? '' : DOTS + (digits.length > keep ? digits.slice(-keep) : '');
}

function isTitle(word: string): boolean {
  return /^(?:মোঃ|মোছাঃ|মোসাঃ|মো:|মোছা:|মোসা:|মু\.|এম\.|MD\.?|MST\.?|MOST\.?)$/iu.test(word.normalize('NFC'));
}

/** A letter with the signs that belong to it: vowel signs, nukta, and conjuncts joined by hasanta. */
function firstLetter(word: string): string {
  return /^\P{M}(?:\u09CD\u200D?\p{L}|\u200D\u09CD\p{L}|\p{M})*/u.exec(word)?.[0] ?? '';
}
