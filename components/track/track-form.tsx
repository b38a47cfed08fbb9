import SearchCheck from 'lucide-react/icons/search-check';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { describedBy, Labelled } from '@/components/ui/labelled';
import { TextInput } from '@/components/ui/text-input';
import '@/lib/i18n/namespaces/track';
import { EXAMPLE_CODE } from './example-code';
import type { TrackingInput, TrackingInputProblem } from './read-tracking-input';

export interface TrackFormProps {
  readonly typed: TrackingInput;
  readonly onTyped: (typed: TrackingInput) => void;
  readonly busy: boolean;
  readonly problem: TrackingInputProblem['type'] | null;
  readonly onAsk: () => void;
}

/** The two lines of the slip. */
export function TrackForm({ typed, onTyped, busy, problem, onAsk }: TrackFormProps) {
  const { t } = useTranslation('track');
  const code = useRef<HTMLInputElement>(null);
  const check = useRef<HTMLInputElement>(null);
  const checkError = problem === 'check-shape' ? t('problem.check-shape') : null;
  const codeError =
    problem !== null && checkError === null ? t(`problem.${problem}`, { example: EXAMPLE_CODE }) : null;
  const codeHint = t('code.hint', { example: EXAMPLE_CODE });
  useEffect(() => {
    if (problem !== null) (problem === 'check-shape' ? check : code).current?.focus();
  }, [problem]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onAsk();
  };
  return (
    <form onSubmit={onSubmit} noValidate autoComplete="off" className="flex flex-col gap-4">
      <Labelled id="track-code" label={t('code.label')} hint={codeHint} error={codeError}>
        <TextInput
          ref={code}
          id="track-code"
          value={typed.code}
          onChange={(event) => onTyped({ ...typed, code: event.target.value })}
          aria-describedby={describedBy('track-code', codeHint, codeError)}
          invalid={codeError !== null}
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-wide uppercase"
        />
      </Labelled>
      <Labelled id="track-check" label={t('check.label')} hint={t('check.hint')} error={checkError}>
        <TextInput
          ref={check}
          id="track-check"
          value={typed.check}
          onChange={(event) => onTyped({ ...typed, check: event.target.value })}
          aria-describedby={describedBy('track-check', t('check.hint'), checkError)}
          invalid={checkError !== null}
          inputMode="numeric"
          maxLength={12}
          className="font-mono tracking-widest md:max-w-60"
        />
      </Labelled>
      <Button type="submit" icon={SearchCheck} busy={busy} className="md:self-start">
        {t('ask')}
      </Button>
    </form>
  );
}
