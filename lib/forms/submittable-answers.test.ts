import { describe, expect, it } from 'vitest';
import { submittableAnswers } from './submittable-answers';
import { field, form, options, TODAY } from './testing/small-form';

const definition = form(
  [
    field('same', 'checkbox'),
    field('home', 'text', { showIf: { field: 'same', op: 'ne', value: true } }),
    field('assessed', 'money', { readonly: true }),
    field('items', 'checkbox', { options: options('name', 'dob') }),
    field('value', 'text', { repeatPer: 'items' }),
    field('photo', 'photo'),
    field('proof', 'document', { showIf: { field: 'same', op: 'eq', value: true } }),
  ],
  {
    documents: [
      {
        id: 'paper',
        label: { bn: 'ক', en: 'a' },
        required: false,
        neededIf: { field: 'same', op: 'eq', value: true },
      },
    ],
  },
);
const send = (
  answers: Parameters<typeof submittableAnswers>[0]['answers'],
  attachments: { id: string; slot: string }[] = [],
) => submittableAnswers({ definition, answers, attachments, today: TODAY });

describe('what is sent', () => {
  it('is normalised, in form order, without blanks', () => {
    const { answers, dropped } = send({ home: ' চর ', same: false, items: [], photo: { attachmentIds: [] } });
    expect(JSON.stringify(answers)).toBe('{"same":false,"home":"চর"}');
    expect(dropped).toEqual([]);
  });

  it('never holds a hidden answer, nor one the office gives, nor one nobody asked for, and says so', () => {
    const { answers, dropped } = send({ same: true, home: 'চর', assessed: '5', 'x/y': '1' });
    expect(answers).toEqual({ same: true });
    expect(dropped).toEqual([
      { pointer: '/home', reason: 'hidden' },
      { pointer: '/assessed', reason: 'read-only' },
      { pointer: '/x~1y', reason: 'unknown-field' },
    ]);
  });

  it('holds a row for each chosen value that was answered', () => {
    const { answers } = send({
      items: ['dob', 'name'],
      'each:items': [
        { items: 'name', value: 'রহিম' },
        { items: 'gone', value: 'x' },
      ],
    });
    expect(answers['each:items']).toEqual([{ items: 'name', value: 'রহিম' }]);
  });

  it('takes along the files of what is asked and no others', () => {
    const files = [
      { id: '1', slot: 'field:photo' },
      { id: '2', slot: 'field:proof' },
      { id: '3', slot: 'doc:paper' },
      { id: '4', slot: 'doc:none' },
    ];
    expect(send({ same: false }, files).attachmentIds).toEqual(['1']);
    expect(send({ same: true }, files).attachmentIds).toEqual(['1', '2', '3']);
    expect(send({ same: true }, files).answers.photo).toEqual({ attachmentIds: ['1'] });
  });

  it('does not take a poisoned key for a field', () => {
    const { answers, dropped } = send(JSON.parse('{"__proto__":{"same":true},"constructor":"x"}'));
    expect(answers).toEqual({});
    expect(dropped.map(({ pointer }) => pointer)).toEqual(['/__proto__', '/constructor']);
  });
});
