/** DOM id of a step's heading, to jump to. The papers keep their colon: a form may have a section `papers` of its own. */
export function stepHeadingId(stepId: string): string {
  return `step-${stepId}`;
}
