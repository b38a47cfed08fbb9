import KeyRound from 'lucide-react/icons/key-round';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { describedBy, Labelled } from '@/components/ui/labelled';
import { Notice } from '@/components/ui/notice';
import { type ChoosePinProblem, choosePin, faultOf, isSamePin, PIN_LENGTH } from '@/lib/browser/pin-actions';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';
import { PinInput } from './pin-input';

type Fault = Exclude<ReturnType<typeof faultOf>, null>;

/** A PIN, typed twice. What is wrong with it stands at its field, and focus goes there. */
export function ChoosePinForm() {
  const { t } = useTranslation('lock');
  const { number } = useFormat();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Fault | 'different' | null>(null);
  const [problem, setProblem] = useState<ChoosePinProblem['type'] | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const limits = { least: number(PIN_LENGTH.least), most: number(PIN_LENGTH.most) };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = faultOf(pin);
    const found = wrong ?? (isSamePin(pin, again) ? null : 'different');
    setFault(found);
    setProblem(null);
    if (found !== null) return (wrong ? first : second).current?.focus();
    setBusy(true);
    const chosen = await choosePin(pin);
    setBusy(false);
    if (!chosen.ok) setProblem(chosen.problem.type);
  };
  const words = (shown: Fault | 'different' | null) => shown && t(`fault.${shown}`, limits);
  const firstError = words(fault === 'different' ? null : fault);
  const secondError = words(fault === 'different' ? fault : null);
  const rule = t('choose.rule', limits);
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex max-w-md flex-col gap-4">
      {problem && <Trouble type={problem} />}
      <Labelled id="pin" label={t('choose.pin')} hint={rule} error={firstError}>
        <PinInput
          ref={first}
          id="pin"
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          invalid={firstError !== null}
          aria-describedby={describedBy('pin', rule, firstError)}
        />
      </Labelled>
      <Labelled id="pin-again" label={t('choose.again')} error={secondError}>
        <PinInput
          ref={second}
          id="pin-again"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          invalid={secondError !== null}
          aria-describedby={describedBy('pin-again', undefined, secondError)}
        />
      </Labelled>
      <Button type="submit" icon={KeyRound} busy={busy} className="self-start">
        {t(busy ? 'choose.busy' : 'choose.submit')}
      </Button>
    </form>
  );
}

function Trouble({ type }: { readonly type: ChoosePinProblem['type'] }) {
  const { t } = useTranslation('lock');
  const known = type === 'other-windows' ? type : 'failed';
  return (
    <Notice tone="need" live="assertive" title={t(`problem.${known}.title`)}>
      {t(`problem.${known}.body`)}
    </Notice>
  );
}
