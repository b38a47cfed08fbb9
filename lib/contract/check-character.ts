import { CROCKFORD, crockfordValue } from './crockford';

/**
 * Check character of a Crockford text by ISO 7064 hybrid MOD 33,32. Finds every single wrong character and every
 * swap of neighbours but a few (see the measure in the test).
 * `text` holds canonical characters only.
 */
export function checkCharacter(text: string): string {
  return CROCKFORD.charAt((33 - carry(text)) % 32);
}

/** Whether the last character is the check character of those before it. */
export function hasValidCheck(text: string): boolean {
  return text.length > 1 && checkCharacter(text.slice(0, -1)) === text.slice(-1);
}

function carry(text: string): number {
  let product = 32;
  for (const char of text) {
    const sum = (product + crockfordValue(char)) % 32;
    product = ((sum === 0 ? 32 : sum) * 2) % 33;
  }
  return product;
}
