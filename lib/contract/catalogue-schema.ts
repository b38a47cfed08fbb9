import * as z from 'zod/mini';
import type { ServiceDefinition } from '../forms/definition';
import { count, fieldId, localText, slug, token, version } from './schema-parts';
import type { FeeRange } from './wire';

export const optionSchema = z.strictObject({ value: z.string().check(z.maxLength(100)), label: localText });
export const optionSetsSchema = z.record(fieldId, z.array(optionSchema).check(z.maxLength(1000)));
export const agencySchema = z.strictObject({ id: slug, name: localText });

/**
 * The outline of a definition: enough to know that this is one. `lib/forms` holds the full parser with precise
 * errors; the type here is what that parser promises.
 */
export const serviceDefinitionSchema = z.looseObject({
  id: slug,
  version,
  agency: slug,
  name: localText,
  sections: z.array(z.looseObject({ id: z.string(), title: localText })),
  fields: z.array(z.looseObject({ id: fieldId, type: z.string(), section: z.string(), label: localText })),
  documents: z.array(z.looseObject({ id: z.string(), label: localText })),
}) as unknown as z.ZodMiniType<ServiceDefinition, ServiceDefinition>;

export const catalogueResponseSchema = z.strictObject({
  version: count,
  agencies: z.array(agencySchema),
  optionSets: optionSetsSchema,
  services: z.array(serviceDefinitionSchema),
  removed: z.array(slug),
});

const feeRangeSchema = z.union([
  z.strictObject({ kind: z.enum(['unknown', 'free']) }),
  z.strictObject({ kind: z.literal('one'), bdt: count }),
  z.strictObject({ kind: z.literal('range'), from: count, to: count }),
]) as unknown as z.ZodMiniType<FeeRange, FeeRange>;

export const serviceEntrySchema = z.strictObject({
  id: slug,
  version,
  tag: token,
  part: count,
  name: localText,
  agency: slug,
  category: slug,
  keywords: z.array(z.string()),
  fee: feeRangeSchema,
  time: z.nullable(localText),
});

export const serviceListSchema = z.strictObject({
  version: count,
  since: count,
  agenciesTag: token,
  agencies: z.optional(z.array(agencySchema)),
  services: z.array(serviceEntrySchema),
  removed: z.array(slug),
});

const formChangeSchema = z.strictObject({
  at: z.array(z.union([z.string(), count])),
  cut: z.optional(count),
  put: z.optional(z.unknown()),
});

export const serviceFormsSchema = z.strictObject({
  setsTag: token,
  optionSets: z.optional(optionSetsSchema),
  forms: z.array(
    z.union([
      z.strictObject({ id: slug, tag: token, definition: serviceDefinitionSchema }),
      z.strictObject({ id: slug, tag: token, from: token, changes: z.array(formChangeSchema) }),
    ]),
  ),
});
