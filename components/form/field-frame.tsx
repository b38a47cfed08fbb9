'use client';

import CircleAlert from 'lucide-react/icons/circle-alert';
import EyeOff from 'lucide-react/icons/eye-off';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/lib/forms/definition';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/errors';
import '@/lib/i18n/namespaces/form';

/** Ids that tie label, help, error and warning to the control. */
export interface FrameIds {
  readonly label: string;
  readonly help: string;
  readonly error: string;
  readonly warning: string;
  readonly hint: string;
}

export interface FieldFrameProps {
  readonly field: Field;
  readonly controlId: string;
  readonly ids: FrameIds;
  readonly required: boolean;
  readonly error: string | null;
  readonly warning: string | null;
  /** A kind question about the answer. */
  readonly hint: ReactNode;
  /** `one`: a label for one control; `group`: a legend over several; `own`: the control says its own label. */
  readonly shape: 'one' | 'group' | 'own';
  /** Stands beside another field on the PC. */
  readonly beside: boolean;
  readonly children: ReactNode;
}

/** Two fields side by side share two rows, what is said before and the control, so that their boxes stand in one line
 *  whoever has help or a longer label. A browser without subgrid draws each for itself. */
export const IN_LINE = '@xl:row-span-2 @xl:grid @xl:grid-rows-subgrid @xl:gap-y-0';

/** Label, "may be left out" in words, help, the control, then what is wrong and what to look at. */
export function FieldFrame(props: FieldFrameProps) {
  const { field, ids, shape, beside, children } = props;
  const { text } = useFormat();
  const help = field.help && (
    <p id={ids.help} className="text-sm text-ink-soft">
      {text(field.help)}
    </p>
  );
  const words = <LabelWords field={field} required={props.required} />;
  const body = (
    <div className="mt-1.5 min-w-0">
      {children}
      <Messages ids={ids} error={props.error} warning={props.warning} />
      {props.hint}
    </div>
  );
  const look = `min-w-0 ${beside ? IN_LINE : ''} ${props.error ? 'border-l-4 border-need pl-3' : ''}`;
  if (shape === 'group' && !beside) {
    return (
      <fieldset className={look} aria-describedby={describedBy(props)}>
        <legend id={ids.label} className="font-semibold">
          {words}
        </legend>
        {help}
        {body}
      </fieldset>
    );
  }
  if (shape === 'group') {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot share the rows of its neighbour
      <div role="group" className={look} aria-labelledby={ids.label} aria-describedby={describedBy(props)}>
        {/* What stands above the boxes themselves (day, month, year) reaches into the row of the label. */}
        <div className="self-end @xl:pb-7">
          <p id={ids.label} className="font-semibold">
            {words}
          </p>
          {help}
        </div>
        <div className="@xl:-mt-7">{body}</div>
      </div>
    );
  }
  return (
    <div className={look}>
      <div className="self-end">
        {shape === 'one' && (
          <label id={ids.label} htmlFor={props.controlId} className="block font-semibold">
            {words}
          </label>
        )}
        {help}
      </div>
      {body}
    </div>
  );
}

/** What the control is described by, in the order it is read; undefined when there is nothing. */
export function describedBy(
  props: Pick<FieldFrameProps, 'field' | 'ids' | 'error' | 'warning' | 'hint'>,
): string | undefined {
  const { field, ids } = props;
  const parts = [
    props.error && ids.error,
    props.warning && ids.warning,
    props.hint && ids.hint,
    field.help && ids.help,
  ];
  return parts.filter(Boolean).join(' ') || undefined;
}

function LabelWords({ field, required }: { readonly field: Field; readonly required: boolean }) {
  const { t } = useTranslation('form');
  const { text } = useFormat();
  return (
    <>
      {text(field.label)}
      {!required && !field.readonly && (
        <span className="font-normal text-ink-soft"> {t(field.oneOf ? 'oneOf' : 'optional')}</span>
      )}
      {field.sensitive && (
        <span className="ml-2 inline-flex items-center gap-1 text-sm font-normal text-ink-soft">
          <EyeOff aria-hidden size={16} />
          {t('sensitive')}
        </span>
      )}
    </>
  );
}

function Messages({ ids, error, warning }: Pick<FieldFrameProps, 'ids' | 'error' | 'warning'>) {
  const { t } = useTranslation('errors');
  return (
    <>
      {error && (
        <p id={ids.error} className="mt-1.5 flex gap-2 font-semibold text-need">
          <CircleAlert aria-hidden size={20} className="mt-1 shrink-0" />
          <span>
            <span className="sr-only">{t('label.error')} </span>
            {error}
          </span>
        </p>
      )}
      {warning && (
        <p id={ids.warning} className="mt-1.5 flex gap-2 text-wait">
          <TriangleAlert aria-hidden size={20} className="mt-1 shrink-0" />
          <span>
            {t('label.warning')} {warning}
          </span>
        </p>
      )}
    </>
  );
}
