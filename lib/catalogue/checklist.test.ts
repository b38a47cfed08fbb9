import { describe, expect, test } from 'vitest';
import { type ChecklistQuestion, checklistFor } from '../forms/checklist';
import type { Answers, ServiceDefinition } from '../forms/definition';
import { documentNeeds } from '../forms/documents';
import type { EarlyAnswers } from '../forms/early-view';
import { feeFor } from '../forms/fee';
import { answerAll, answerOfForm, anyAnswer } from '../forms/testing/answer-early';
import { seededChance } from '../forms/testing/chance';
import { generateAnswers } from '../forms/testing/generate-answers';
import { validateForm } from '../forms/validate';
import { createFormView } from '../forms/visibility';
import { loadCatalogue } from './load-catalogue';

const { services, optionSets } = loadCatalogue();
const today = '2026-11-22';
const SEEDS = [1, 2];

/** What hangs on the answers. */
function outcomeOf(definition: ServiceDefinition, said: EarlyAnswers) {
  const { papers, fee, mayApply } = checklistFor({ definition, optionSets, said, today });
  return {
    papers: Object.fromEntries(papers.map(({ document, need }) => [document.id, need])),
    fee: fee.tiers.length > 0 ? fee.tiers.map(({ when }) => when.en) : fee.totalBdt,
    isFeeDecided: fee.reason !== 'needs-answers',
    barriers: mayApply.barriers.map(({ pointer, code }) => `${pointer} ${code.replace('-for-sex', '')}`),
  };
}

/** The same of a form that is filled in. */
function outcomeOfForm(definition: ServiceDefinition, answers: Answers) {
  const view = createFormView(definition, answers, today);
  const fee = feeFor(view);
  return {
    papers: Object.fromEntries(documentNeeds(view).map(({ document, need }) => [document.id, need])),
    fee: fee.tiers.length > 0 ? fee.tiers.map(({ when }) => when.en) : fee.totalBdt,
    isFeeDecided: fee.reason !== 'needs-answers',
    barriers: validateForm({ definition, optionSets, answers, today })
      .errors.filter(({ code }) => /^(age|date)-too/.test(code))
      .map(({ pointer, code }) => `${pointer} ${code.replace('-for-sex', '')}`),
  };
}

describe.each(services.map((one) => [one.id, one] as const))('%s', (_, definition) => {
  const input = { definition, optionSets, today };

  test.each(SEEDS)(
    'the few answers decide what the whole form decides, and nothing too early (seed %i)',
    (seed) => {
      const chance = seededChance(seed);
      const generated = generateAnswers({ ...input, chance }).answers;
      // Also the days on both sides of every limit, the ones that keep a person out too.
      const edges = definition.fields.flatMap((field) =>
        field.type === 'date' && Object.hasOwn(generated, field.id)
          ? [
              [
                field.id,
                anyAnswer(input, { field, asking: 'date', isOpen: true, problem: null }, chance) as string,
              ] as const,
            ]
          : [],
      );
      const answers = { ...generated, ...Object.fromEntries(edges) };
      const view = createFormView(definition, answers, today);
      const whole = outcomeOfForm(definition, answers);
      const said = answerAll(
        input,
        {},
        (question) => answerOfForm(view, question),
        (so) => {
          const early = outcomeOf(definition, so);
          for (const [id, need] of Object.entries(early.papers))
            if (need !== 'unknown') expect(need, id).toBe(whole.papers[id]);
          if (early.isFeeDecided) expect(early.fee).toEqual(whole.fee);
          expect(whole.barriers).toEqual(expect.arrayContaining(early.barriers));
        },
      );
      const asked = outcomeOf(definition, said);
      const limited = whole.barriers.filter(
        (barrier) => asked.barriers.includes(barrier) || isPersonal(definition, barrier),
      );
      expect(asked).toEqual({ ...whole, barriers: limited });
    },
  );

  test.each(SEEDS)('no question that decides nothing (seed %i)', (seed) => {
    const chance = seededChance(seed);
    const random = (question: ChecklistQuestion) => anyAnswer(input, question, chance);
    const states: EarlyAnswers[] = [];
    answerAll(input, {}, random, (said) => states.push(said));
    for (const said of states)
      for (const question of checklistFor({ ...input, said }).questions.filter(({ isOpen }) => isOpen))
        expect(
          canDecide(definition, said, question),
          `${question.field.id} after ${JSON.stringify(said)}`,
        ).toBe(true);
  });
});

/** Limits of an age or some way from today: those the checklist answers for. */
function isPersonal({ fields }: ServiceDefinition, barrier: string): boolean {
  const rules = fields.find(({ id }) => barrier.startsWith(`/${id} `))?.rules;
  return [rules?.min, rules?.max].some((limit) => limit && limit !== 'today') || barrier.includes('age-too');
}

/** Whether two answers to a question, all others the same, can lead to two outcomes. */
function canDecide(definition: ServiceDefinition, said: EarlyAnswers, question: ChecklistQuestion): boolean {
  const input = { definition, optionSets, today };
  for (let attempt = 1; attempt <= 40; attempt += 1) {
    const chance = seededChance(attempt);
    const kept = new Map<string, NonNullable<EarlyAnswers[string]>>();
    const rest = (one: ChecklistQuestion) => {
      const answer = kept.get(one.field.id) ?? anyAnswer(input, one, chance);
      kept.set(one.field.id, answer);
      return answer;
    };
    const outcomes = Array.from({ length: 6 }, () => {
      const start = { ...said, [question.field.id]: anyAnswer(input, question, chance) };
      return JSON.stringify(outcomeOf(definition, answerAll(input, start, rest)));
    });
    if (new Set(outcomes).size > 1) return true;
  }
  return false;
}
