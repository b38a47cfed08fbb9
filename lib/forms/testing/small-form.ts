import type { Field, FieldType, OptionSets, Section, ServiceDefinition } from '../definition';

/** The day on which every test of this room plays. */
export const TODAY = '2026-11-22';

export const OPTION_SETS: OptionSets = {
  sex: ['male', 'female', 'third'].map((value) => ({ value, label: { bn: value, en: value } })),
};

/** A field with only what the test is about. */
export function field(id: string, type: FieldType, more: Partial<Field> = {}): Field {
  return { id, type, section: 'main', label: { bn: id, en: id }, required: false, ...more };
}

export function options(...values: readonly string[]): NonNullable<Field['options']> {
  return values.map((value) => ({ value, label: { bn: value, en: value } }));
}

/** A service made of these fields; one section for each section they name. */
export function form(fields: readonly Field[], more: Partial<ServiceDefinition> = {}): ServiceDefinition {
  const sections: Section[] = [...new Set(fields.map(({ section }) => section))].map((id) => ({
    id,
    title: { bn: id, en: id },
  }));
  return {
    id: 'small-form',
    version: 1,
    agency: 'orgbdr',
    category: 'test',
    name: { bn: 'ছোট ফরম', en: 'Small form' },
    flagship: false,
    confirmed: false,
    whoApplies: { bn: 'যে কেউ', en: 'Anyone' },
    channel: 'counter',
    fee: { bdt: 0, basis: { bn: 'বিনামূল্যে', en: 'free' }, tiers: [] },
    processingTime: { text: null, basis: 'test' },
    serviceChargeNote: '',
    documents: [],
    sections,
    fields,
    nameFields: [],
    keywords: [],
    notes: [],
    sources: [],
    ...more,
  };
}
