import { expect, it } from 'vitest';
import { migrateDraft } from './migrate-draft';
import { field, form, OPTION_SETS, options, TODAY } from './testing/small-form';

const from = form([
  field('name', 'textBn', { required: true }),
  field('sex', 'radio', { options: options('m', 'f') }),
  field('old', 'text'),
  field('born', 'date'),
  field('house', 'text', { section: 'land', repeat: true }),
  field('later', 'text', { required: true }),
]);
const to = form(
  [
    field('name', 'text', { required: true }),
    field('sex', 'select', { options: options('f', 'x') }),
    field('born', 'address'),
    field('house', 'text', { section: 'land', repeat: true }),
    field('area', 'number', { section: 'land', repeat: true, required: true }),
    field('later', 'text', { required: true }),
    field('fresh', 'text', { required: true }),
  ],
  { version: 2 },
);
const move = (answers: Parameters<typeof migrateDraft>[0]['answers']) =>
  migrateDraft({ from, to, optionSets: OPTION_SETS, answers, today: TODAY });

it('keeps what still fits, also where the kind was only renamed', () => {
  expect(move({ name: 'রহিম', sex: 'f', 'rows:land': [{ house: '12' }] }).answers).toEqual({
    name: 'রহিম',
    sex: 'f',
    'rows:land': [{ house: '12' }],
  });
});

it('puts aside what has no place, with its question and value', () => {
  expect(move({ old: 'পুরোনো', sex: 'm', born: '1990-01-01' }).setAside).toEqual([
    { pointer: '/old', reason: 'gone', field: from.fields[2], value: 'পুরোনো' },
    { pointer: '/sex', reason: 'option-gone', field: from.fields[1], value: 'm' },
    { pointer: '/born', reason: 'other-kind', field: from.fields[3], value: '1990-01-01' },
  ]);
});

it('asks only for what the new version made wrong or missing', () => {
  expect(move({ name: 'রহিম', 'rows:land': [{ house: '12' }] }).needAttention).toEqual([
    'rows:land',
    'fresh',
  ]);
});

it('loses nothing: every answer is kept or put aside', () => {
  const answers = { name: 'রহিম', old: 'x', ghost: 'y', 'rows:gone': [{ a: 'b' }] };
  const { answers: kept, setAside } = move(answers);
  expect(kept).toEqual({ name: 'রহিম' });
  expect(setAside.map(({ pointer }) => pointer)).toEqual(['/old', '/ghost', '/rows:gone/0/a']);
});
