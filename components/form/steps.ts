import type { FieldError } from '../../lib/forms/field-error';
import type { LocalText } from '../../lib/shared/locale';
import { PAPERS } from './exam';
import type { FormStore } from './form-store';

/** One section as rail and progress show it. `title` is null for the papers, whose words are the screen's own. */
export interface Step {
  readonly id: string;
  readonly title: LocalText | null;
  /** How many places still need something. */
  readonly left: number;
  /** done: nothing needed · open: not asked to go on yet · wrong: asked, and something is needed. */
  readonly state: 'done' | 'open' | 'wrong';
}

/** Sections asked now, then the papers when there are any. */
export function stepsOf(store: FormStore): readonly Step[] {
  const { sections, documents, errors } = store.exam();
  const all = sections.map(({ id, title }) => ({ id, title: title as LocalText | null }));
  if (documents.length > 0) all.push({ id: PAPERS, title: null });
  const leftIn = new Map<string | null, number>();
  for (const { pointer } of errors) {
    const section = store.sectionOf(pointer);
    leftIn.set(section, (leftIn.get(section) ?? 0) + 1);
  }
  return all.map(({ id, title }) => {
    const left = leftIn.get(id) ?? 0;
    const state = left === 0 ? 'done' : store.isRevealed(id) ? 'wrong' : 'open';
    return { id, title, left, state };
  });
}

/** Errors that lie in these sections, in the order of the form. */
export function errorsIn(
  store: FormStore,
  errors: readonly FieldError[],
  sectionIds: readonly string[],
): readonly FieldError[] {
  return errors.filter((error) => sectionIds.includes(store.sectionOf(error.pointer) ?? ''));
}

/** The step to show: where the person was, else the first. */
export function stepAt(steps: readonly Step[], at: string | null): number {
  return Math.max(
    0,
    steps.findIndex((step) => step.id === at),
  );
}
