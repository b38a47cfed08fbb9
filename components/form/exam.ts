import type { AttachmentFact } from '../../lib/forms/checks/check';
import type { Answers, OptionSets, Section, ServiceDefinition } from '../../lib/forms/definition';
import { type DocumentNeed, documentNeeds } from '../../lib/forms/documents';
import { type FeeDecision, feeFor } from '../../lib/forms/fee';
import type { FieldError } from '../../lib/forms/field-error';
import { withFileAnswers } from '../../lib/forms/submittable-answers';
import { validateForm } from '../../lib/forms/validate';
import { createFormView, type FormView, visibleSections } from '../../lib/forms/visibility';
import { spotPointerOf } from './spot';

/** Section that is not in the definition: the papers to bring. */
export const PAPERS = 'papers:';

/** Everything the engine says of one state of a form, worked out once per change. */
export interface Exam {
  readonly view: FormView;
  readonly sections: readonly Section[];
  readonly documents: readonly DocumentNeed[];
  readonly fee: FeeDecision;
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
  readonly errorAt: ReadonlyMap<string, FieldError>;
  readonly warningAt: ReadonlyMap<string, FieldError>;
}

export interface ExamInput {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly answers: Answers;
  readonly attachments: readonly AttachmentFact[];
  /** ISO date in Dhaka. */
  readonly today: string;
}

export function examine(input: ExamInput): Exam {
  const { definition, answers, attachments, today } = input;
  const view = createFormView(definition, withFileAnswers(definition, answers, attachments), today);
  const { errors, warnings } = validateForm(input);
  return {
    view,
    sections: visibleSections(view),
    documents: documentNeeds(view).filter(({ need }) => need !== 'not-needed'),
    fee: feeFor(view),
    errors,
    warnings,
    errorAt: firstBySpot(errors),
    warningAt: firstBySpot(warnings),
  };
}

function firstBySpot(found: readonly FieldError[]): ReadonlyMap<string, FieldError> {
  const bySpot = new Map<string, FieldError>();
  for (const error of found) {
    const spot = spotPointerOf(error.pointer);
    if (!bySpot.has(spot)) bySpot.set(spot, error);
  }
  return bySpot;
}
