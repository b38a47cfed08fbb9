import type { Answers, Field, OptionSets, ServiceDefinition } from '../../lib/forms/definition';
import { createFormStore, type FormStore } from './form-store';

const text = (words: string) => ({ bn: words, en: words });

/** A field for tests; `type` and `section` have to be said, the rest has a default. */
export function testField(field: Pick<Field, 'id' | 'type' | 'section'> & Partial<Field>): Field {
  return { label: text(field.id), required: false, ...field };
}

/** A small service around these fields, sections in the order they are used. */
export function testService(
  fields: readonly Field[],
  more: Partial<ServiceDefinition> = {},
): ServiceDefinition {
  const sections = [...new Set(fields.map((field) => field.section))];
  return {
    id: 'test',
    version: 1,
    agency: 'agency',
    category: 'test',
    name: text('Test'),
    flagship: false,
    confirmed: false,
    whoApplies: text('Anyone'),
    channel: '',
    fee: { bdt: 0, basis: text(''), tiers: [] },
    processingTime: { text: null, basis: '' },
    serviceChargeNote: '',
    documents: [],
    sections: sections.map((id) => ({ id, title: text(id) })),
    fields,
    nameFields: [],
    keywords: [],
    notes: [],
    sources: [],
    ...more,
  };
}

/** A store over these fields, with everything it saved, in order. */
export function testStore(
  definition: ServiceDefinition,
  answers: Answers = {},
  { optionSets = {}, later }: { optionSets?: OptionSets; later?: (work: () => void) => void } = {},
): { readonly store: FormStore; readonly saved: (readonly [string, unknown])[] } {
  const saved: (readonly [string, unknown])[] = [];
  const store = createFormStore({
    definition,
    optionSets,
    answers,
    attachments: [],
    today: '2026-11-22',
    save: (key, answer) => saved.push([key, answer]),
    ...(later && { later }),
  });
  return { store, saved };
}
