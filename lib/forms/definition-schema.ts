import * as z from 'zod/mini';
import type { FieldRules, Rule, ServiceDefinition } from './definition';

// Kept out of every other file of this room: the form page gets definitions that were parsed before they were stored.

const id = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}$/));
const setId = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/));
const serviceId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));
const words = z.string().check(z.minLength(1), z.maxLength(2000));
const localText = z.strictObject({ bn: words, en: words });
const dateLimit = z.string().check(z.regex(/^(?:\d{4}-\d{2}-\d{2}|today(?:[+-]\d{1,5}[dmy])?)$/));
const count = z.int().check(z.minimum(0), z.maximum(100_000));

const condition = z.strictObject({
  field: z.string().check(z.regex(/^(?:[a-z][a-z0-9_]{0,63}|ageDays)$/)),
  op: z.enum(['eq', 'ne', 'in', 'contains', 'present', 'lt', 'gte']),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).check(z.minLength(1))]),
});
const rule: z.ZodMiniType<Rule> = z.lazy(() =>
  z.union([condition, z.strictObject({ all: z.array(rule) }), z.strictObject({ any: z.array(rule) })]),
);

const rules = z.strictObject({
  min: z.optional(z.union([z.number(), dateLimit])),
  max: z.optional(z.union([z.number(), dateLimit])),
  minField: z.optional(id),
  maxField: z.optional(id),
  minLength: z.optional(count),
  maxLength: z.optional(count),
  minItems: z.optional(count),
  pattern: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  upper: z.optional(z.boolean()),
  noDots: z.optional(z.boolean()),
  luhn: z.optional(z.boolean()),
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  minAge: z.optional(count),
  minAgeBySex: z.optional(z.record(z.string(), count)),
  sumTo: z.optional(z.number()),
  dpiMin: z.optional(count),
  maxMB: z.optional(z.number().check(z.positive())),
  soft: z.optional(z.boolean()),
} satisfies Record<keyof FieldRules, z.ZodMiniType>);

const option = z.strictObject({
  value: z.string().check(z.regex(/^[A-Za-z0-9_+-]{1,64}$/)),
  label: localText,
});

const field = z.strictObject({
  id,
  type: z.enum([
    'text',
    'textBn',
    'textEn',
    'nid',
    'brn',
    'phone',
    'email',
    'date',
    'number',
    'money',
    'select',
    'radio',
    'checkbox',
    'address',
    'photo',
    'document',
    'signature',
    'declaration',
  ]),
  section: id,
  label: localText,
  help: z.optional(localText),
  required: z.boolean(),
  showIf: z.optional(rule),
  requiredIf: z.optional(rule),
  oneOf: z.optional(id),
  options: z.optional(z.array(option)),
  optionSet: z.optional(setId),
  multiple: z.optional(z.boolean()),
  default: z.optional(z.string()),
  rules: z.optional(rules),
  levels: z.optional(
    z.array(z.enum(['division', 'district', 'upazila', 'union', 'ward', 'village'])).check(z.minLength(1)),
  ),
  withPost: z.optional(z.boolean()),
  repeat: z.optional(z.boolean()),
  repeatPer: z.optional(id),
  readonly: z.optional(z.boolean()),
  sensitive: z.optional(z.boolean()),
  note: z.optional(z.string()),
});

const taka = z.nullable(z.int().check(z.minimum(0)));

/** Shape of one service definition as JSON. Unknown keys are refused: a typing error in `showIf` must not show a field to all. */
export const definitionSchema = z.strictObject({
  id: serviceId,
  version: z.int().check(z.minimum(1)),
  agency: serviceId,
  category: serviceId,
  name: localText,
  flagship: z.boolean(),
  confirmed: z.boolean(),
  whoApplies: localText,
  channel: z.string(),
  fee: z.strictObject({
    bdt: taka,
    basis: localText,
    tiers: z.array(
      z.strictObject({
        when: localText,
        bdt: taka,
        appliesIf: z.optional(rule),
        note: z.optional(z.string()),
      }),
    ),
  }),
  processingTime: z.strictObject({ text: z.nullable(localText), basis: z.string() }),
  serviceChargeNote: z.string(),
  inPerson: z.optional(z.array(localText).check(z.minLength(1))),
  documents: z.array(
    z.strictObject({
      id,
      label: localText,
      required: z.boolean(),
      neededIf: z.optional(rule),
      conditionText: z.optional(localText),
    }),
  ),
  sections: z.array(z.strictObject({ id, title: localText })).check(z.minLength(1)),
  fields: z.array(field).check(z.minLength(1)),
  ageFrom: z.optional(id),
  nameFields: z.array(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}(\+[a-z][a-z0-9_]{0,63}){0,3}$/))),
  keywords: z.array(z.string()),
  notes: z.array(z.string()),
  sources: z.array(z.string()),
} satisfies Record<keyof ServiceDefinition, z.ZodMiniType>);

export const optionSetsSchema = z.record(setId, z.array(option).check(z.minLength(1)));
