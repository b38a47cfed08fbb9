'use client';

import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/components/ui/use-now';
import type { BoardItem, ItemFacts } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';
import { ItemActions } from './item-actions';
import { sizeWords } from './size-words';

/** Everything that is known of one queued application, and what a person can do with it. Opens inside its row. */
export default function ItemDetail({ item }: { readonly item: BoardItem }) {
  const { t } = useTranslation('board');
  const { moment, number, digits } = useFormat();
  const now = useNow();
  const headingId = useId();
  const { facts, place } = item;
  if (facts === null || now === null) return null;
  const size = sizeWords(facts.bytes);
  const next = place.kind === 'waiting' && !place.held ? place.retryAt : null;
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3 border-t border-line pt-3">
      <h3 id={headingId} className="sr-only">
        {t('detail.of', { code: item.trackingCode ?? '' })}
      </h3>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
        <Pair name={t('detail.attempts')}>
          {facts.attempts === 0 ? t('detail.never') : t('detail.times', { n: number(facts.attempts) })}
        </Pair>
        {facts.triedAt !== null && <Pair name={t('detail.triedAt')}>{moment(facts.triedAt, now)}</Pair>}
        <Pair name={t('detail.answer')}>{t(`answer.${answerOf(place, facts)}`)}</Pair>
        {next !== null && next > now && <Pair name={t('detail.next')}>{moment(next, now)}</Pair>}
        <Pair name={t('detail.size')}>{t(size.key, { n: digits(size.n) })}</Pair>
      </dl>
      <ItemActions item={item} />
    </section>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

/** What was last heard of it, as the key of its words. */
function answerOf(place: BoardItem['place'], { attempts, triedAt, mayHaveArrived }: ItemFacts) {
  if (place.kind === 'received') return 'received';
  if (place.kind === 'attention') {
    const { code } = place.problem;
    if (code === 'damaged' && mayHaveArrived) return 'damaged-later';
    return code === 'damaged' || code === 'receipt-not-verified' ? code : 'refused';
  }
  if (place.kind === 'waiting' && place.reason !== null) return place.reason;
  if (attempts === 0 && triedAt === null) return 'none-yet';
  return place.kind === 'sending' ? 'on-its-way' : 'not-known';
}
