import type { AnswerRow, Answers, Field, OptionSets, ServiceDefinition } from '../definition';
import type { Finding } from '../field-error';

/** What a check may look at beside its own answer. Everything is normalised, and hidden answers are already absent. */
export interface CheckContext {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  /** ISO date in Dhaka. */
  readonly today: string;
  readonly answers: Answers;
  /** The row the field stands in, when it is asked per row. */
  readonly row?: AnswerRow;
  /** Files at hand, by id; absent = not known here, and then not checked. */
  readonly attachments?: ReadonlyMap<string, AttachmentFact>;
}

/** What the checks need to know of a file. `bytes` and `mediaType` are checked when present. */
export interface AttachmentFact {
  readonly id: string;
  readonly slot: string;
  readonly bytes?: number;
  readonly mediaType?: string;
}

/** Findings on one normalised, non-blank answer. An empty list means it is right. */
export type Check<T> = (field: Field, answer: T, context: CheckContext) => readonly Finding[];
