import type { DraftAttachment } from '../../lib/browser/api';
import type { Answer, AnswerRow, Answers, OptionSets, ServiceDefinition } from '../../lib/forms/definition';
import type { FieldError } from '../../lib/forms/field-error';
import { normaliseAnswer } from '../../lib/forms/normalise-answer';
import { type RowGroup, rowsOf, withCell } from '../../lib/forms/row-groups';
import { type Exam, examine } from './exam';
import { answeredPointers, groupsByKey, readAnswer, rowAt, unaskedRows } from './read-answer';
import { sectionFinder } from './section-of';
import { isShown } from './shown-finding';
import type { Spot } from './spot';

/** What one field needs to draw itself; the same object as long as nothing of it changed. */
export interface SpotState {
  readonly answer: Answer | undefined;
  readonly required: boolean;
  readonly error: FieldError | null;
  readonly warning: FieldError | null;
}

/**
 * One open form on the screen. Answers are taken at once and passed on to be saved; what follows from them (what is
 * visible, required, wrong) is worked out once per change, and a field draws itself again only when its own part changed.
 */
export interface FormStore {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  subscribe(listener: () => void): () => void;
  /** Heard for every change, and for an answer of this spot before what follows from it is worked out. */
  subscribeSpot(pointer: string, listener: () => void): () => void;
  answers(): Answers;
  attachments(): readonly DraftAttachment[];
  /** What follows from the answers; up to one frame behind the last key. Settled by `leave` and `reveal`. */
  exam(): Exam;
  /** Parts that say the same are the same objects as before. */
  spot(spot: Spot): SpotState;
  /** Finding of a whole row group, such as a sum that does not add up, or of a paper. */
  findingAt(pointer: string): FieldError | null;
  /** Section a pointer lies in; null when the form does not know it. */
  sectionOf(pointer: string): string | null;
  /** Whether the person already asked to go on from this section. */
  isRevealed(sectionId: string): boolean;
  answer(spot: Spot, answer: Answer | undefined): void;
  /** All rows of a group at once: a row was added or taken away. */
  writeRows(group: RowGroup, rows: readonly AnswerRow[]): void;
  /** The person left the field: it is put in order (digits, spaces) and what is wrong with it may be said. */
  leave(spot: Spot): void;
  /** The person asked to go on from these sections: everything about them may be said. */
  reveal(sectionIds: readonly string[]): void;
  /** Takes over what came from elsewhere: files, and answers that were not written here. */
  accept(answers: Answers, attachments: readonly DraftAttachment[]): void;
}

export interface FormStoreInput {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly answers: Answers;
  readonly attachments: readonly DraftAttachment[];
  /** ISO date in Dhaka. */
  readonly today: string;
  readonly save: (key: string, answer: Answer | undefined) => void;
  /** Puts work off until the key is on the screen; absent = at once. */
  readonly later?: (work: () => void) => void;
}

export function createFormStore({
  definition,
  optionSets,
  today,
  save,
  later = (work) => work(),
  ...opened
}: FormStoreInput): FormStore {
  const groups = groupsByKey(definition);
  const sectionOf = sectionFinder(definition);
  const listeners = new Set<() => void>();
  const spotListeners = new Map<string, Set<() => void>>();
  const written = new Set<string>();
  // What was wrong when the draft was opened is explained at once: the person may not remember.
  const left = new Set<string>(answeredPointers(definition, opened.answers));
  const revealed = new Set<string>();
  const states = new Map<string, SpotState>();
  let { answers, attachments } = opened;
  let exam: Exam | null = null;
  let isBehind = false;

  function currentExam(): Exam {
    exam ??= examine({ definition, optionSets, answers, attachments, today });
    return exam;
  }

  function changed(): void {
    isBehind = false;
    exam = null;
    for (const listener of listeners) listener();
  }

  function settle(): void {
    if (isBehind) changed();
  }

  function write(key: string, answer: Answer | undefined): void {
    written.add(key);
    answers = { ...answers, [key]: answer };
    save(key, answer);
  }

  /** The typed field is drawn at once; the whole form is looked at after that, once for however many keys. */
  function typed(pointer: string): void {
    const isFirst = !isBehind;
    isBehind = true;
    for (const listener of spotListeners.get(pointer) ?? []) listener();
    if (isFirst) later(settle);
  }

  function writeRows(group: RowGroup, rows: readonly AnswerRow[]): void {
    write(group.key, [...rows, ...unaskedRows(group, answers)]);
  }

  function setAnswer(spot: Spot, answer: Answer | undefined): void {
    const group = spot.cell && groups.get(spot.cell.group);
    if (spot.cell && group) {
      const cell = typeof answer === 'boolean' || typeof answer === 'string' ? answer : '';
      writeRows(group, withCell(rowsOf(group, answers), spot.cell.row, spot.field.id, cell));
    } else write(spot.field.id, answer);
    typed(spot.pointer);
  }

  function shown(finding: FieldError | undefined, pointer: string): FieldError | null {
    if (!finding) return null;
    const revealedHere = revealed.has(sectionOf(pointer) ?? '');
    return isShown(finding, { left: left.has(pointer), revealed: revealedHere }) ? finding : null;
  }

  /** What differs from here and was not just written here. A write that came back is no longer guarded. */
  function newsOf(incoming: Answers): readonly (readonly [string, Answer | undefined])[] {
    const keys = [...new Set([...Object.keys(incoming), ...Object.keys(answers)])];
    return keys.flatMap((key) => {
      const isEqual = isSame(incoming[key], answers[key]);
      if (isEqual) written.delete(key);
      return isEqual || written.has(key) ? [] : [[key, incoming[key]] as const];
    });
  }

  function spotState(spot: Spot): SpotState {
    const { view, errorAt, warningAt } = currentExam();
    return {
      answer: readAnswer(spot, answers, groups),
      required: view.isRequired(spot.field, rowAt(spot, view.answers, groups)),
      error: shown(errorAt.get(spot.pointer), spot.pointer),
      warning: shown(warningAt.get(spot.pointer), spot.pointer),
    };
  }

  return {
    definition,
    optionSets,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeSpot(pointer, listener) {
      const here = spotListeners.get(pointer) ?? new Set();
      spotListeners.set(pointer, here.add(listener));
      listeners.add(listener);
      return () => {
        here.delete(listener);
        listeners.delete(listener);
      };
    },
    answers: () => answers,
    attachments: () => attachments,
    exam: currentExam,
    spot(spot) {
      const state = spotState(spot);
      const known = states.get(spot.pointer);
      if (known && isSameState(known, state)) return known;
      const error = known && isSame(known.error, state.error) ? known.error : state.error;
      const warning = known && isSame(known.warning, state.warning) ? known.warning : state.warning;
      const changed = { ...state, error, warning };
      states.set(spot.pointer, changed);
      return changed;
    },
    findingAt: (pointer) => shown(currentExam().errorAt.get(pointer), pointer),
    sectionOf,
    isRevealed: (sectionId) => revealed.has(sectionId),
    answer: setAnswer,
    writeRows(group, rows) {
      writeRows(group, rows);
      changed();
    },
    leave(spot) {
      left.add(spot.pointer);
      const answer = readAnswer(spot, answers, groups);
      const inOrder = answer === undefined ? undefined : normaliseAnswer(spot.field, answer);
      if (typeof inOrder === 'string' && inOrder !== answer)
        setAnswer(spot, inOrder === '' ? undefined : inOrder);
      changed();
    },
    reveal(sectionIds) {
      for (const id of sectionIds) revealed.add(id);
      changed();
    },
    accept(incoming, files) {
      const news = newsOf(incoming);
      if (news.length === 0 && files === attachments) return;
      answers = { ...answers, ...Object.fromEntries(news) };
      attachments = files;
      changed();
    },
  };
}

function isSameState(a: SpotState, b: SpotState): boolean {
  return (
    a.answer === b.answer &&
    a.required === b.required &&
    isSame(a.error, b.error) &&
    isSame(a.warning, b.warning)
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
