'use client';

import KeyRound from 'lucide-react/icons/key-round';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { describedBy, Labelled } from '@/components/ui/labelled';
import { type ChangePinProblem, changePin, isSamePin, PIN_LENGTH } from '@/lib/browser/pin-actions';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';
import { PinInput } from './pin-input';

type State = 'asked' | 'busy' | 'changed' | 'different' | ChangePinProblem['type'];

/** Another PIN for the same work. A wrong old one counts like any other: this is no way to try for ever. */
export default function ChangePinForm() {
  const { t } = useTranslation('lock');
  const { number } = useFormat();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [state, setState] = useState<State>('asked');
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSamePin(next, again)) return setState('different');
    setState('busy');
    const changed = await changePin(old, next);
    for (const empty of [setOld, setNext, setAgain]) empty('');
    setState(changed.ok ? 'changed' : changed.problem.type);
  };
  const limits = { least: number(PIN_LENGTH.least), most: number(PIN_LENGTH.most) };
  const error = wordsOf(state);
  const said = error && t(error, limits);
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col items-start gap-3">
      <Labelled id="pin-old" label={t('change.old')} error={said}>
        <PinInput
          id="pin-old"
          value={old}
          onChange={(event) => setOld(event.target.value)}
          invalid={said !== null}
          aria-describedby={describedBy('pin-old', undefined, said)}
        />
      </Labelled>
      <Labelled id="pin-next" label={t('change.next')} hint={t('choose.rule', limits)}>
        <PinInput
          id="pin-next"
          value={next}
          onChange={(event) => setNext(event.target.value)}
          aria-describedby={describedBy('pin-next', t('choose.rule', limits))}
        />
      </Labelled>
      <Labelled id="pin-again" label={t('choose.again')}>
        <PinInput id="pin-again" value={again} onChange={(event) => setAgain(event.target.value)} />
      </Labelled>
      <Button type="submit" look="secondary" icon={KeyRound} busy={state === 'busy'}>
        {t('change.submit')}
      </Button>
      <p role="status">{state === 'changed' && t('change.done')}</p>
    </form>
  );
}

function wordsOf(state: State) {
  switch (state) {
    case 'asked':
    case 'busy':
    case 'changed':
      return null;
    case 'wrong-pin':
      return 'change.wrong';
    case 'too-early':
      return 'pause.body';
    case 'different':
    case 'too-short':
    case 'too-long':
    case 'not-digits':
    case 'too-common':
      return `fault.${state}` as const;
    default:
      return 'problem.failed.body';
  }
}
