import type { FieldError, FieldErrorCode } from '../../lib/forms/field-error';

/** What only says that something is still missing: nobody is told so before they asked to go on. */
const MISSING: readonly FieldErrorCode[] = ['required', 'not-ticked', 'one-of-required', 'document-missing'];

/**
 * Whether a finding may be shown now.
 *
 * | | not left yet | left | asked to go on (Next, Review) |
 * |---|---|---|---|
 * | something is missing | no | no | yes |
 * | what stands there is wrong | no | yes | yes |
 */
export function isShown(
  finding: FieldError,
  when: { readonly left: boolean; readonly revealed: boolean },
): boolean {
  return when.revealed || (when.left && !MISSING.includes(finding.code));
}
