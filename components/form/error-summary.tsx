'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import type { FieldError } from '@/lib/forms/field-error';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/errors';
import type { FormStore } from './form-store';
import { controlId, spotPointerOf } from './spot';
import { useErrorText } from './use-error-text';

export interface ErrorSummaryProps {
  readonly store: FormStore;
  readonly errors: readonly FieldError[];
  /** Changes with every attempt to go on: then the keyboard comes here. */
  readonly attempt: number;
  readonly onGo: (pointer: string) => void;
  readonly action?: ReactNode;
}

/** First thing after an attempt to go on: how many places need the person, each with the way to it. */
export function ErrorSummary({ store, errors, attempt, onGo, action }: ErrorSummaryProps) {
  const { t } = useTranslation('errors');
  const { number } = useFormat();
  const errorText = useErrorText(store);
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (attempt === 0) return;
    ref.current?.scrollIntoView({ block: 'start' });
    ref.current?.focus({ preventScroll: true });
  }, [attempt]);

  const go = (event: MouseEvent, pointer: string) => {
    event.preventDefault();
    onGo(pointer);
  };
  return (
    <Notice
      ref={ref}
      tone="need"
      title={t('summary.title', { n: number(errors.length), count: errors.length })}
      {...(action ? { action } : {})}
    >
      <p>{t('summary.safe')}</p>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {errors.map((error) => (
          <li key={`${error.pointer} ${error.code}`}>
            <a
              href={`#${controlId(spotPointerOf(error.pointer))}`}
              className="block py-1 font-semibold text-need"
              onClick={(event) => go(event, error.pointer)}
            >
              {errorText(error, { withRow: true })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
