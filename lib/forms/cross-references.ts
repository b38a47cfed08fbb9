import { fieldsOfRule } from './conditions';
import type { Condition, OptionSets, Rule, ServiceDefinition } from './definition';
import type { DefinitionProblem } from './definition-problem';
import { checkFieldReferences } from './field-references';
import { optionsOf } from './options';
import { isVirtualField } from './virtual-fields';
import { findCycle } from './visibility-cycle';

/** What a schema cannot see: names that lead nowhere, names used twice, rules that wait for each other. */
export function checkCrossReferences(
  definition: ServiceDefinition,
  optionSets: OptionSets,
): readonly DefinitionProblem[] {
  return [
    ...duplicates(definition.fields, 'fields'),
    ...duplicates(definition.sections, 'sections'),
    ...duplicates(definition.documents, 'documents'),
    ...definition.sections.flatMap(({ id }, at): readonly DefinitionProblem[] =>
      definition.fields.some((field) => field.section === id)
        ? []
        : [{ path: `sections[${at}]`, reason: 'empty-section', values: { id } }],
    ),
    ...definition.fields.flatMap((field, at) =>
      checkFieldReferences(field, `fields[${at}]`, definition, optionSets),
    ),
    ...rulesOf(definition).flatMap(({ rule, path }) => checkRule(rule, path, definition, optionSets)),
    ...checkNames(definition),
    ...checkAge(definition),
    ...findCycle(definition),
  ];
}

/** Every rule of a definition with its path. */
export function rulesOf(
  definition: ServiceDefinition,
): readonly { readonly rule: Rule; readonly path: string }[] {
  const at = (rule: Rule | undefined, path: string) => (rule ? [{ rule, path }] : []);
  return [
    ...definition.fields.flatMap((field, i) => [
      ...at(field.showIf, `fields[${i}].showIf`),
      ...at(field.requiredIf, `fields[${i}].requiredIf`),
    ]),
    ...definition.documents.flatMap((document, i) => at(document.neededIf, `documents[${i}].neededIf`)),
    ...definition.fee.tiers.flatMap((tier, i) => at(tier.appliesIf, `fee.tiers[${i}].appliesIf`)),
  ];
}

function checkRule(
  rule: Rule,
  path: string,
  definition: ServiceDefinition,
  optionSets: OptionSets,
): readonly DefinitionProblem[] {
  if ('all' in rule)
    return rule.all.flatMap((part, i) => checkRule(part, `${path}.all[${i}]`, definition, optionSets));
  if ('any' in rule)
    return rule.any.flatMap((part, i) => checkRule(part, `${path}.any[${i}]`, definition, optionSets));
  const field = definition.fields.find(({ id }) => id === rule.field);
  if (!field)
    return isVirtualField(rule.field)
      ? []
      : [{ path: `${path}.field`, reason: 'unknown-field', values: { id: rule.field } }];
  return [
    ...checkComparison(rule, path),
    ...checkOptions(
      rule,
      path,
      optionsOf(field, optionSets).map(({ value }) => value),
    ),
  ];
}

function checkComparison({ op, value }: Condition, path: string): readonly DefinitionProblem[] {
  const fits =
    op === 'in'
      ? Array.isArray(value)
      : op === 'present'
        ? typeof value === 'boolean'
        : op === 'lt' || op === 'gte'
          ? typeof value === 'number' || typeof value === 'string'
          : !Array.isArray(value);
  return fits ? [] : [{ path: `${path}.value`, reason: 'bad-comparison', values: {} }];
}

/** A rule that names an option that is not there would never hold, and nobody would notice. */
function checkOptions(
  { op, value }: Condition,
  path: string,
  options: readonly string[],
): readonly DefinitionProblem[] {
  if (options.length === 0 || !['eq', 'ne', 'in', 'contains'].includes(op)) return [];
  const named = Array.isArray(value) ? value : [value];
  return named
    .filter((one) => !options.includes(String(one)))
    .map((one) => ({ path: `${path}.value`, reason: 'unknown-option', values: { id: String(one) } }));
}

function checkNames({ nameFields, fields }: ServiceDefinition): readonly DefinitionProblem[] {
  return nameFields.flatMap((name, at) =>
    name
      .split('+')
      .filter((id) => !fields.some((field) => field.id === id))
      .map(
        (id): DefinitionProblem => ({ path: `nameFields[${at}]`, reason: 'unknown-field', values: { id } }),
      ),
  );
}

function checkAge(definition: ServiceDefinition): readonly DefinitionProblem[] {
  const { ageFrom, fields } = definition;
  const source = fields.find(({ id }) => id === ageFrom);
  if (ageFrom !== undefined && !source)
    return [{ path: 'ageFrom', reason: 'unknown-field', values: { id: ageFrom } }];
  if (source && source.type !== 'date')
    return [{ path: 'ageFrom', reason: 'age-source-not-date', values: {} }];
  if (source) return [];
  return rulesOf(definition)
    .filter(({ rule }) => fieldsOfRule(rule).some(isVirtualField))
    .map(({ path }) => ({ path, reason: 'age-without-source', values: {} }));
}

function duplicates(items: readonly { readonly id: string }[], path: string): readonly DefinitionProblem[] {
  return items.flatMap(({ id }, at): readonly DefinitionProblem[] =>
    items.findIndex((other) => other.id === id) < at
      ? [{ path: `${path}[${at}].id`, reason: 'duplicate-id', values: { id } }]
      : [],
  );
}
