import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { FieldHint } from '../../lib/forms/hints/hint';
import { dismiss, isDismissed } from './dismissed-hints';
import { districtCode } from './district-code';
import { type HintMoment, hintsToShow } from './hints-to-show';

const offer: FieldHint = {
  fieldId: 'name_bn',
  pointer: '/name_bn',
  code: 'title-colon',
  values: { text: 'মো: রহিম' },
  offer: 'মোঃ রহিম',
  about: [],
};
const question: FieldHint = {
  fieldId: 'name_en',
  pointer: '/name_en',
  code: 'names-differ',
  values: { bangla: 'রহিম', english: 'Karim' },
  about: ['/name_bn'],
};
const moment = (more: Partial<HintMoment> = {}): HintMoment => ({
  shown: new Map(),
  typing: null,
  isDismissed: () => false,
  hasError: () => false,
  ...more,
});
const pointers = (hints: ReadonlyMap<string, FieldHint>) => [...hints.keys()];

it('asks when the keyboard is elsewhere', () => {
  expect(pointers(hintsToShow([offer, question], moment({ typing: '/phone' })))).toEqual([
    '/name_bn',
    '/name_en',
  ]);
});

it('asks nothing about a field that is being typed, nor about one that speaks of it', () => {
  expect(pointers(hintsToShow([offer, question], moment({ typing: '/name_bn' })))).toEqual([]);
  expect(pointers(hintsToShow([offer, question], moment({ typing: '/name_en' })))).toEqual(['/name_bn']);
});

it('keeps a question as long as it is the same, and lets it go with the first other key', () => {
  const shown = hintsToShow([question], moment());
  expect(hintsToShow([{ ...question }], moment({ shown, typing: '/name_en' }))).toBe(shown);
  const typed = { ...question, values: { bangla: 'রহিম', english: 'Karima' } };
  expect(pointers(hintsToShow([typed], moment({ shown, typing: '/name_en' })))).toEqual([]);
  expect(pointers(hintsToShow([], moment({ shown, typing: '/name_en' })))).toEqual([]);
});

it('only offers a way out where something is wrong', () => {
  const hasError = (pointer: string) => pointer === '/name_bn';
  expect(pointers(hintsToShow([offer, question], moment({ hasError })))).toEqual(['/name_bn']);
});

it('does not ask again what was answered, in this draft', () => {
  dismiss('draft-1', question);
  const isDone = (draftId: string) => (hint: FieldHint) => isDismissed(draftId, hint);
  expect(pointers(hintsToShow([offer, question], moment({ isDismissed: isDone('draft-1') })))).toEqual([
    '/name_bn',
  ]);
  expect(pointers(hintsToShow([question], moment({ isDismissed: isDone('draft-2') })))).toEqual(['/name_en']);
});

it('knows the two digits of every district of the places', () => {
  const { districts } = JSON.parse(readFileSync('public/places/index.json', 'utf8')) as {
    readonly districts: readonly (readonly string[])[];
  };
  expect(districts).toHaveLength(64);
  for (const [id = '', , , , code = ''] of districts) expect(districtCode(id)).toBe(code.slice(2));
  expect(districtCode('d999')).toBeUndefined();
});
