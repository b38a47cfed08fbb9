import { ADDRESS_KEYS } from '../../forms/answer-shape';
import type { Field, OptionSets, ServiceDefinition } from '../../forms/definition';
import { isAsked } from '../../forms/normalise-answer';
import { optionsOf } from '../../forms/options';
import { groupKeyOf, rowGroupsOf } from '../../forms/row-groups';
import { guessRule } from './guess';

export interface PlannedField {
  readonly field: Field;
  readonly options: readonly string[];
  /** For an address, in the order of ADDRESS_KEYS. */
  readonly asked: readonly boolean[];
}

/** Fields that lie in rows, together where the first of them stands. */
export interface PlannedRows {
  readonly key: string;
  readonly per: string | undefined;
  readonly fields: readonly PlannedField[];
}

/** The order in which the answers of one version of a service are written, with the options they can have. */
export interface PackingPlan {
  readonly steps: readonly (PlannedField | PlannedRows)[];
  readonly keys: ReadonlySet<string>;
  /** Bytes that stand in front of what was packed by this plan. */
  readonly tag: readonly [number, number, number];
}

/** The same for ever for a published version and the option sets it is filled in with. */
export function packingPlan(definition: ServiceDefinition, optionSets: OptionSets): PackingPlan {
  const planned = (field: Field): PlannedField => ({
    field,
    options: optionsOf(field, optionSets).map(({ value }) => value),
    asked: field.type === 'address' ? ADDRESS_KEYS.map((key) => isAsked(field, key)) : [],
  });
  const groups = new Map(rowGroupsOf(definition).map((group) => [group.key, group]));
  const steps: (PlannedField | PlannedRows)[] = [];
  for (const field of definition.fields) {
    const key = groupKeyOf(field);
    const group = key === null ? undefined : groups.get(key);
    if (key === null) steps.push(planned(field));
    if (!group) continue;
    groups.delete(group.key);
    steps.push({ key: group.key, per: group.per, fields: group.fields.map(planned) });
  }
  const keys = new Set(steps.map((step) => ('key' in step ? step.key : step.field.id)));
  return { steps, keys, tag: tagOf(planText(steps)) };
}

const said = ({ field, options, asked }: PlannedField) => [
  field.id,
  field.type,
  field.required,
  field.multiple === true,
  field.rules?.pattern !== undefined,
  guessRule(field)?.join() ?? field.showIf !== undefined,
  field.default ?? null,
  options,
  asked,
];

/** All of a plan that decides how answers are written, as JSON: what its tag is made of. */
export const planText = (steps: PackingPlan['steps']): string =>
  JSON.stringify([
    'positional-1',
    steps.map((step) => ('key' in step ? [step.key, step.per ?? null, step.fields.map(said)] : said(step))),
  ]);

/** FNV-1a (32 bits) over the text in UTF-16 units; the highest byte xored into the lowest. */
function tagOf(text: string): PackingPlan['tag'] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return [(hash >>> 16) & 0xff, (hash >>> 8) & 0xff, (hash ^ (hash >>> 24)) & 0xff];
}
