/**
 * Invented, and so odd that they stand nowhere else. They are in the input of nearly every case and may come back to
 * nobody but the officer who reads the case, and never into the log.
 */
export const CANARY = {
  name: 'কোকিলাবানুচিহ্ন',
  nameEn: 'KOKILA CANARY BANU',
  father: 'দোয়েলমিয়াচিহ্ন',
  nid: '7391846205',
  phone: '+8801787654309',
  author: 'শালিকচিহ্ন আক্তার',
  village: 'ময়নাচিহ্নপুর',
} as const;

/** The ways in which a text may stand in an answer or a line of the log. */
export function spellings(text: string): readonly string[] {
  const escaped = JSON.stringify(text).slice(1, -1);
  const ascii = escaped.replace(
    /[^ -~]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const forms = [text, escaped, ascii, encodeURIComponent(text), Buffer.from(text).toString('base64')];
  return [...new Set(forms)];
}

/** Texts that were sent and are long enough to be known again. */
export class Canaries {
  readonly #spellings = new Map<string, readonly string[]>();

  constructor() {
    for (const text of Object.values(CANARY)) this.add(text);
    this.add('01787654309');
  }

  add(text: string): void {
    if (text.length >= 8) this.#spellings.set(text, spellings(text));
  }

  /** Those that stand in `haystack`, in any spelling. */
  foundIn(haystack: string): readonly string[] {
    return [...this.#spellings].flatMap(([text, spelt]) =>
      spelt.some((one) => haystack.includes(one)) ? [text] : [],
    );
  }
}
