import { expect, test } from 'vitest';
import type { ConsentRecord } from '../contract/wire';
import type { DraftAttachment, DraftContent } from '../local/rows';
import { answerSet, fileAttached, fileDetached, partSet } from './draft-mutation';

const CONSENT: ConsentRecord = {
  textVersion: '1',
  lang: 'bn',
  forWhom: 'self',
  given: 'tick',
  at: '2026-11-22T04:00:00.000Z',
};
const photo = { id: 'p1', slot: 'field:photo' } as DraftAttachment;
const agreed: DraftContent = {
  answers: { name: 'রহিমা খাতুন', present: { district: 'd14' }, photo: { attachmentIds: ['p1'] } },
  attachments: [photo],
  fileKeys: { p1: 'key' },
  consent: CONSENT,
};
const second = fileAttached({ ...photo, id: 'p2' }, 'key', {} as never);

test.each([
  ['another answer', answerSet('name', 'রহিমা বেগম')],
  ['an answer more', answerSet('father', 'আব্দুল করিম')],
  ['an answer taken back', answerSet('name', undefined)],
  ['another place', answerSet('present', { district: 'd61' })],
  ['a file more', second],
  ['a file less', fileDetached('p1')],
])('%s after the consent needs it again', (_, mutation) => {
  expect(mutation.apply(agreed).consent).toBeUndefined();
});

test.each([
  ['the same answer', answerSet('name', 'রহিমা খাতুন')],
  ['the same place', answerSet('present', { district: 'd14' })],
  ['nothing where nothing was', answerSet('father', undefined)],
  ['the section on screen', partSet('at', 'person')],
  ['what was paid', partSet('fee', { governmentBdt: 50, chargeBdt: 20, taken: true })],
])('%s leaves it', (_, mutation) => {
  expect(mutation.apply(agreed).consent).toBe(CONSENT);
});
