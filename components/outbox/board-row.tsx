'use client';

import ChevronDown from 'lucide-react/icons/chevron-down';
import Printer from 'lucide-react/icons/printer';
import dynamic from 'next/dynamic';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShowCodesButton } from '@/components/carry/show-codes-button';
import { Button, LinkButton } from '@/components/ui/button';
import { StatusChip } from '@/components/ui/status-chip';
import { useNow } from '@/components/ui/use-now';
import type { BoardItem } from '@/lib/browser/api';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';
import { AttentionDetail } from './attention-detail';
import { MendButton } from './mend-button';
import { ReceivedDetail } from './received-detail';
import { troubleOf, wayOutOf } from './trouble';
import { WaitingDetail } from './waiting-detail';
import { WayOutButton } from './way-out-button';
import { WithdrawnDetail } from './withdrawn-detail';

// Most rows are never opened.
const ItemDetail = dynamic(() => import('./item-detail'), { ssr: false });

/**
 * One application: a card on a phone, a dense line on the counter's PC. Its detail opens inside it. Drawn again only
 * when the item says something else: the board is read every second while a queue goes.
 */
export const BoardRow = memo(function BoardRow({ item }: { readonly item: BoardItem }) {
  const [isOpen, setOpen] = useState(false);
  const detailId = useId();
  const { t } = useTranslation('board');
  const { text } = useFormat();
  const { services } = useCatalogue();
  const service = services.find(({ id }) => id === item.serviceId);
  return (
    <li className="grid [content-visibility:auto] [contain-intrinsic-size:auto_12rem] md:[contain-intrinsic-size:auto_5rem] gap-x-4 gap-y-2 p-4 md:grid-cols-[13rem_minmax(0,1fr)_minmax(0,1.3fr)_14rem] md:items-center md:py-2.5">
      <div>
        <StateOf item={item} />
      </div>
      <div className="min-w-0">
        <p className="font-semibold">{service ? text(service.name) : t('serviceGone')}</p>
        <p className="text-ink-soft">{item.title ?? t('noName')}</p>
        {item.trackingCode && <p className="font-mono text-sm tracking-wide">{item.trackingCode}</p>}
      </div>
      <div className="min-w-0">
        <DetailOf item={item} />
      </div>
      <div className="flex flex-wrap gap-2 md:justify-end">
        <ActionOf item={item} />
        {item.facts !== null && (
          <Button
            look="quiet"
            icon={ChevronDown}
            aria-expanded={isOpen}
            aria-controls={detailId}
            onClick={() => setOpen(!isOpen)}
          >
            {t('action.detail')}
          </Button>
        )}
      </div>
      <div id={detailId} className={isOpen ? 'md:col-span-4' : 'hidden'}>
        {isOpen && <ItemDetail item={item} />}
      </div>
    </li>
  );
});

function StateOf({ item: { place } }: { readonly item: BoardItem }) {
  const { t } = useTranslation('board');
  const { moment } = useFormat();
  const now = useNow();
  const isHeld = (place.kind === 'waiting' || place.kind === 'sending') && place.held;
  if (isHeld) return <StatusChip state="held" />;
  if (place.kind !== 'received') return <StatusChip state={place.kind} />;
  if (now === null) return <StatusChip state={place.status} />;
  const received = t('receivedAt', { at: moment(place.receivedAt, now) });
  if (place.status === 'received') return <StatusChip state="received">{received}</StatusChip>;
  return (
    <>
      <StatusChip state={place.status} />
      <p className="mt-1 text-sm text-ink-soft">{moment(place.statusAt, now)}</p>
      <p className="text-sm text-ink-soft">{received}</p>
    </>
  );
}

function DetailOf({ item }: { readonly item: BoardItem }) {
  const { at, place } = item;
  const { t } = useTranslation('board');
  const { moment } = useFormat();
  const now = useNow();
  switch (place.kind) {
    case 'draft':
      return <p className="text-sm text-ink-soft">{now !== null && t('savedAt', { at: moment(at, now) })}</p>;
    case 'waiting':
    case 'sending':
      return <WaitingDetail item={item} />;
    case 'received':
      return (
        <>
          <ReceivedDetail place={place} />
          <WaitingDetail item={item} />
        </>
      );
    case 'withdrawn':
      return <WithdrawnDetail place={place} />;
    case 'attention':
      return <AttentionDetail code={place.problem.code} />;
  }
}

function ActionOf({ item: { id, place } }: { readonly item: BoardItem }) {
  const { t } = useTranslation('board');
  if (place.kind === 'draft')
    return (
      <LinkButton look="secondary" href={`/apply?draft=${id}`}>
        {t('action.continue')}
      </LinkButton>
    );
  return (
    <>
      {place.kind === 'attention' && <WayOutButton id={id} way={wayOutOf(troubleOf(place.problem.code))} />}
      {place.kind === 'received' && place.status === 'returned' && <MendButton id={id} />}
      {(place.kind === 'waiting' || place.kind === 'sending') && <ShowCodesButton id={id} />}
      <LinkButton look="quiet" icon={Printer} href={`/slip?id=${id}`}>
        {t('action.slip')}
      </LinkButton>
    </>
  );
}
