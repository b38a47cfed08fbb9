import { ARRIVAL_STEPS } from './arrival-steps';
import { BOARD_STEPS } from './board-steps';
import { FORM_STEPS } from './form-steps';
import { MENDING_STEPS } from './mending-steps';
import { OFFICE_STEPS } from './office-steps';
import type { TourStep } from './step';

/** The whole story, in its order. */
export const STEPS: readonly TourStep[] = [
  ...ARRIVAL_STEPS,
  ...FORM_STEPS,
  ...BOARD_STEPS,
  ...OFFICE_STEPS,
  ...MENDING_STEPS,
];
