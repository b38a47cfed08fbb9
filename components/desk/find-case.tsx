import Search from 'lucide-react/icons/search';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXAMPLE_CODE } from '@/components/track/example-code';
import { readCode, type TrackingCodeSlip } from '@/components/track/read-tracking-input';
import { Button } from '@/components/ui/button';
import { describedBy, Labelled } from '@/components/ui/labelled';
import { TextInput } from '@/components/ui/text-input';
import '@/lib/i18n/namespaces/desk';
import '@/lib/i18n/namespaces/track';

/** The code a citizen holds in the hand leads to the case; a slip of the finger is said before anything is asked. */
export function FindCase({ onFind }: { onFind: (code: string) => void }) {
  const { t } = useTranslation('desk');
  const { t: track } = useTranslation('track');
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<TrackingCodeSlip['type'] | null>(null);
  const hint = t('find.hint', { example: EXAMPLE_CODE });
  const error = problem && track(`problem.${problem}`, { example: EXAMPLE_CODE });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const code = readCode(typed);
    setProblem(code.ok ? null : code.problem.type);
    if (code.ok) onFind(code.value);
    else box.current?.focus();
  };
  return (
    <search>
      <form onSubmit={onSubmit} noValidate autoComplete="off">
        <Labelled id="desk-find" label={t('find.label')} hint={hint} error={error}>
          <div className="flex flex-wrap gap-2">
            <TextInput
              ref={box}
              id="desk-find"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              aria-describedby={describedBy('desk-find', hint, error)}
              invalid={error !== null}
              autoCapitalize="characters"
              spellCheck={false}
              className="max-w-72 font-mono tracking-wide uppercase"
            />
            <Button type="submit" look="secondary" icon={Search}>
              {t('find.action')}
            </Button>
          </div>
        </Labelled>
      </form>
    </search>
  );
}
