import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MARK, tileLook } from '@/components/form/tile-look';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import type { QueueProblem } from '@/lib/browser/api';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import { useDevice } from '@/lib/browser/use-device';
import type { ConsentRecord } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/review';
import { useFormat } from '@/lib/i18n/use-format';
import { ChoiceTiles } from './choice-tiles';
import { CONSENT_TEXT_VERSION } from './consent-text';
import type { ReviewedDraft } from './reviewed-draft';

const FOR_WHOM = ['self', 'child', 'other'] as const;
const HOW = ['tick', 'signature', 'thumb'] as const;

export interface ConsentCardProps {
  readonly draft: ReviewedDraft;
  /** The last refusal for want of consent: a new one with every attempt. */
  readonly missing: QueueProblem | null;
}

/** Consent before anything is sent: the words, for whom, how given. Unticking takes it back (Personal Data Protection Act 2026). */
export function ConsentCard({ draft, missing }: ConsentCardProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { agencies } = useCatalogue();
  const { person } = useDevice();
  const missingId = useId();
  const box = useRef<HTMLInputElement>(null);
  const whom = useRef<HTMLFieldSetElement>(null);
  const [chosenWhom, setChosenWhom] = useState(draft.consent?.forWhom ?? null);
  const [whomIsMissing, setWhomIsMissing] = useState(false);
  const [given, setGiven] = useState<ConsentRecord['given']>(draft.consent?.given ?? 'tick');
  const agency = agencies.find((one) => one.id === draft.definition.agency);
  const isOperator = person.kind === 'operator';
  // At a counter most come for somebody else, a child or a parent: a ready answer would be a false record of consent.
  const forWhom = chosenWhom ?? (isOperator ? null : 'self');

  useEffect(() => {
    if (missing === null) return;
    // The message stands above the box: with the box in the middle of the screen both are in sight.
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.focus({ preventScroll: true });
  }, [missing]);

  const record = (
    change: Partial<Pick<ConsentRecord, 'given'>> & Pick<ConsentRecord, 'forWhom'>,
  ): ConsentRecord => ({
    textVersion: CONSENT_TEXT_VERSION,
    lang: format.locale,
    given,
    at: new Date().toISOString(),
    ...change,
  });
  const keep = (change: Partial<Pick<ConsentRecord, 'forWhom' | 'given'>>) => {
    if (draft.consent) draft.setConsent(record({ forWhom: draft.consent.forWhom, ...change }));
  };
  const tick = (isTicked: boolean) => {
    if (!isTicked) return draft.setConsent(null);
    if (forWhom !== null) return draft.setConsent(record({ forWhom }));
    setWhomIsMissing(true);
    whom.current?.querySelector('input')?.focus();
  };
  const words = [
    t('consent.why', { service: format.text(draft.definition.name) }),
    t('consent.who', { agency: agency ? format.text(agency.name) : draft.definition.agency }),
    t('consent.long'),
    t('consent.withdraw'),
  ];
  return (
    <Card>
      <h2 className="text-xl font-semibold">{t('consent')}</h2>
      <p className="mt-1 text-ink-soft">{isOperator ? t('consent.readOut') : t('consent.readOut.self')}</p>
      <ul className="mt-3 flex list-disc flex-col gap-2 pl-5">
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ChoiceTiles
        legend={t('consent.forWhom')}
        options={FOR_WHOM.map((value) => ({ value, label: t(`consent.forWhom.${value}`) }))}
        ref={whom}
        error={whomIsMissing ? t('consent.forWhom.missing') : null}
        value={forWhom}
        onChoose={(value) => {
          setWhomIsMissing(false);
          setChosenWhom(value);
          keep({ forWhom: value });
        }}
      />
      {isOperator && (
        <ChoiceTiles
          legend={t('consent.how')}
          options={HOW.map((value) => ({ value, label: t(`consent.how.${value}`) }))}
          value={given}
          onChoose={(value) => {
            setGiven(value);
            keep({ given: value });
          }}
        />
      )}
      {missing !== null && (
        <div className="mt-4">
          <Notice id={missingId} tone="need" title={t('problem.title')} live="assertive">
            <p>{isOperator ? t('problem.consent-missing') : t('problem.consent-missing.self')}</p>
            <p>{t('problem.safe')}</p>
          </Notice>
        </div>
      )}
      <label className={`mt-4 ${tileLook(draft.consent !== null)}`}>
        <input
          ref={box}
          type="checkbox"
          className={MARK}
          aria-invalid={missing !== null || undefined}
          aria-describedby={missing !== null ? missingId : undefined}
          checked={draft.consent !== null}
          onChange={(event) => tick(event.target.checked)}
        />
        {isOperator ? t('consent.agree') : t('consent.agree.self')}
      </label>
    </Card>
  );
}
