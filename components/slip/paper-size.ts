/** What a counter prints on: a sheet, or a thermal roll of 80 or 58 mm. */
export const PAPER_SIZES = ['a4', '80', '58'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

const KEY = 'slip-paper';

/** The paper this machine printed on last; A4 when nothing is remembered or storage is blocked. */
export function readPaperSize(): PaperSize {
  try {
    const saved = localStorage.getItem(KEY);
    return PAPER_SIZES.find((size) => size === saved) ?? 'a4';
  } catch {
    return 'a4';
  }
}

export function savePaperSize(size: PaperSize): void {
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // Storage is blocked: the choice holds until the page closes.
  }
}

/** The `@page` rule for a paper. A roll has no length: the slip decides it. */
export function pageRule(size: PaperSize): string {
  return size === 'a4' ? '@page { size: A4; margin: 14mm; }' : `@page { size: ${size}mm auto; margin: 2mm; }`;
}
