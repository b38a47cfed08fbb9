import type { Answer, Field } from '@/lib/forms/definition';
import type { Spot } from './spot';

/** What every widget is given. Label, help, error and warning are drawn by the frame around it. */
export interface WidgetProps {
  readonly spot: Spot;
  readonly field: Field;
  readonly answer: Answer | undefined;
  /** Id of the first control: labels and the error summary point here. */
  readonly id: string;
  /** Id of the visible label, for groups. */
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly onAnswer: (answer: Answer | undefined) => void;
  /** The person left the field: it may now be put in order and its error shown. */
  readonly onLeave: () => void;
}
