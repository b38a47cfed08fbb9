import type { AnswerRow, Field } from '../definition';
import type { Finding } from '../field-error';

/**
 * `sumTo`: the cells of a repeated number add up to the given number. Shares rounded to two or more places may miss it by
 * half a last place per row (0.3333 three times is a whole).
 */
export function checkSumTo(field: Field, rows: readonly AnswerRow[]): readonly Finding[] {
  const expected = field.rules?.sumTo;
  const cells = rows.map((row) => row[field.id]).filter((cell) => typeof cell === 'string' && cell !== '');
  if (expected === undefined || cells.length === 0 || cells.some((cell) => !Number.isFinite(Number(cell))))
    return [];
  const places = Math.max(...cells.map((cell) => String(cell).split('.')[1]?.length ?? 0));
  const slack = places >= 2 ? (cells.length * 10 ** -places) / 2 : 0;
  const sum = cells.reduce((total, cell) => total + Number(cell), 0);
  if (Math.abs(sum - expected) <= slack + 1e-9) return [];
  return [
    {
      code: 'sum-mismatch',
      values: { sum: Number(sum.toFixed(6)), expected },
      soft: field.rules?.soft ?? false,
    },
  ];
}
