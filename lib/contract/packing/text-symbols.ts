/** Ends a text. */
export const END = 0;
/** What follows is a code point in three symbols of seven bits, the highest first. */
const ESCAPE = 1;
/** Characters outside ASCII and Bangla with a symbol of their own. Tab (9) and line feed (10) stay themselves. */
const OTHERS = [0x200d, 0x200c, 0x0964, 0x2013, 0x2014, 0x2018, 0x2019];
const FIRST_OTHER = 2;
const BANGLA = 0x0980;

/**
 * A text as symbols of eight bits, END last: ASCII as it is, U+0980–U+09FF as 128–255, seven others as 2–8, everything
 * else escaped. Undefined for a text with half a surrogate pair.
 */
export function symbolsOf(text: string): number[] | undefined {
  const symbols: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    if ((code >= 0x20 && code < 0x7f) || code === 9 || code === 10) symbols.push(code);
    else if (code >= BANGLA && code < BANGLA + 128) symbols.push(code - BANGLA + 128);
    else if (OTHERS.includes(code)) symbols.push(FIRST_OTHER + OTHERS.indexOf(code));
    else if (code >= 0xd800 && code < 0xe000) return undefined;
    else symbols.push(ESCAPE, code >> 14, (code >> 7) & 127, code & 127);
  }
  symbols.push(END);
  return symbols;
}

/** The text of symbols without their END; undefined for what `symbolsOf` never makes. */
export function textOf(symbols: readonly number[]): string | undefined {
  let text = '';
  for (let at = 0; at < symbols.length; at++) {
    const symbol = symbols[at] ?? 0;
    if (symbol >= 128) text += String.fromCharCode(symbol - 128 + BANGLA);
    else if ((symbol >= 0x20 && symbol < 0x7f) || symbol === 9 || symbol === 10)
      text += String.fromCharCode(symbol);
    else if (symbol >= FIRST_OTHER && symbol < FIRST_OTHER + OTHERS.length)
      text += String.fromCharCode(OTHERS[symbol - FIRST_OTHER] ?? 0);
    else {
      const [high = 128, middle = 128, low = 128] = symbols.slice(at + 1, at + 4);
      const code = (high << 14) | (middle << 7) | low;
      if (
        symbol !== ESCAPE ||
        (high | middle | low) > 127 ||
        code > 0x10ffff ||
        (code >= 0xd800 && code < 0xe000)
      )
        return undefined;
      text += String.fromCodePoint(code);
      at += 3;
    }
  }
  return text;
}

/** How many symbols the escape still wants after these; END among them is no end. */
export function isEscape(symbol: number): boolean {
  return symbol === ESCAPE;
}
