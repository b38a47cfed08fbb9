import { fieldsOfRule } from './conditions';
import type { FeeTier, Field, OptionSets, Rule, ServiceDefinition } from './definition';
import { fieldsByIdOf, onceEach } from './definition-shape';
import { type DocumentNeed, needsBy } from './documents';
import { type Asking, askingOf, createEarlyView, type EarlyAnswers, type EarlyProblem } from './early-view';
import { type FeeDecision, feeBy } from './fee';
import { type MayApply, mayApply } from './may-apply';
import { startingAnswers } from './starting-answers';
import { isVirtualField } from './virtual-fields';

export interface ChecklistQuestion {
  readonly field: Field;
  readonly asking: Asking;
  /** Something still waits for it. */
  readonly isOpen: boolean;
  /** What was said cannot be read, and decides nothing. */
  readonly problem: EarlyProblem | null;
}

/** What a person takes along to a counter, as far as it is known from a few answers. */
export interface Checklist {
  /** In form order: what could still decide something, and what was said and still counts. */
  readonly questions: readonly ChecklistQuestion[];
  readonly papers: readonly DocumentNeed[];
  readonly fee: FeeDecision;
  /** Tiers of the fee that are not ruled out. */
  readonly tiers: readonly FeeTier[];
  readonly mayApply: MayApply;
  /** What was said, and the form's own defaults. */
  readonly said: EarlyAnswers;
}

export interface ChecklistInput {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly said: EarlyAnswers;
  /** ISO date in Dhaka. */
  readonly today: string;
}

/**
 * Papers, fee and the right to apply from as few answers as possible, for any definition: asked is what the conditions of
 * papers and fee and the limits of dates look at, as long as it can change one of them, and nothing else.
 */
export function checklistFor({ definition, optionSets, said, today }: ChecklistInput): Checklist {
  const all: EarlyAnswers = { ...(startingAnswers(definition) as EarlyAnswers), ...said };
  const view = createEarlyView(definition, all, today);
  const may = mayApply(view, optionSets);
  const open = new Set([...rulesOf(definition).flatMap((rule) => view.openFields(rule)), ...may.open]);
  const decides = new Set([...decidingFields(definition), ...may.asked]);
  const wasSaid = (field: Field) => all[field.id] !== undefined && view.isShown(field) === true;
  return {
    questions: definition.fields
      .filter((field) => open.has(field) || (decides.has(field) && wasSaid(field)))
      .map((field) => ({
        field,
        asking: askingOf(field),
        isOpen: open.has(field),
        problem: view.problemOf(field),
      })),
    papers: needsBy(definition.documents, view.decide),
    fee: feeBy(definition.fee, view.decide),
    tiers: definition.fee.tiers.filter(
      ({ appliesIf }) => appliesIf === undefined || view.decide(appliesIf) !== false,
    ),
    mayApply: may,
    said: all,
  };
}

/** The conditions of papers and fee. */
function rulesOf({ documents, fee }: ServiceDefinition): readonly Rule[] {
  return [
    ...documents.flatMap(({ neededIf }) => neededIf ?? []),
    ...fee.tiers.flatMap(({ appliesIf }) => appliesIf ?? []),
  ];
}

/** Fields that papers or fee hang on, also through what shows a field. */
const decidingFields: (definition: ServiceDefinition) => ReadonlySet<Field> = onceEach((definition) => {
  const fieldsById = fieldsByIdOf(definition);
  const found = new Set<Field>();
  const take = (id: string | undefined): void => {
    const field = fieldsById.get(id ?? '');
    if (!field || found.has(field)) return;
    found.add(field);
    for (const other of field.showIf ? fieldsOfRule(field.showIf) : []) take(idOf(other));
    take(field.repeatPer);
  };
  const idOf = (id: string) => (!fieldsById.has(id) && isVirtualField(id) ? definition.ageFrom : id);
  for (const id of rulesOf(definition).flatMap(fieldsOfRule)) take(idOf(id));
  return found;
});
