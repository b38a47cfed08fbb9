'use client';

import FileQuestionMark from 'lucide-react/icons/file-question-mark';
import FileX from 'lucide-react/icons/file-x';
import Receipt from 'lucide-react/icons/receipt';
import { useSearchParams } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import '@/lib/browser/open-early';
import { useDraftParts } from '@/lib/browser/use-draft';
import type { ServiceDefinition } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/form';

/** A draft that can be worked on. Its answers are read from its session, so that the page is not drawn for every key. */
export interface OpenDraft {
  readonly id: string;
  readonly definition: ServiceDefinition;
}

export interface DraftGateProps {
  readonly title: string;
  readonly children: (draft: OpenDraft) => ReactNode;
}

/** Opens the draft of the address; where there is none to work on, says why and where to go. */
export function DraftGate(props: DraftGateProps) {
  return (
    <Suspense fallback={<Waiting title={props.title} />}>
      <DraftOfAddress {...props} />
    </Suspense>
  );
}

function DraftOfAddress({ title, children }: DraftGateProps) {
  const id = useSearchParams().get('draft');
  return id ? <DraftById key={id} id={id} title={title} render={children} /> : <Missing title={title} />;
}

const GATE_PARTS = ['status', 'definition'] as const;

interface DraftByIdProps {
  readonly id: string;
  readonly title: string;
  readonly render: DraftGateProps['children'];
}

function DraftById({ id, title, render }: DraftByIdProps) {
  const { status, definition } = useDraftParts(id, GATE_PARTS);
  switch (status) {
    case 'loading':
      return <Waiting title={title} />;
    case 'kept':
      return <Queued id={id} title={title} />;
    case 'damaged':
      return <Damaged title={title} />;
    case 'missing':
      return <Missing title={title} />;
    case 'open':
      return definition ? render({ id, definition }) : <Waiting title={title} />;
  }
}

function Waiting({ title }: { readonly title: string }) {
  const { t } = useTranslation('common');
  return (
    <PageFrame title={title} back="/board">
      <p role="status" className="text-ink-soft">
        {t('loading')}
      </p>
    </PageFrame>
  );
}

function Missing({ title }: { readonly title: string }) {
  const { t } = useTranslation('form');
  return (
    <PageFrame title={title} back="/board">
      <EmptyState
        icon={FileQuestionMark}
        title={t('draft.missing')}
        action={<LinkButton href="/board">{t('draft.toBoard')}</LinkButton>}
      >
        {t('draft.missingWhy')}
      </EmptyState>
    </PageFrame>
  );
}

function Queued({ id, title }: { readonly id: string; readonly title: string }) {
  const { t } = useTranslation('form');
  return (
    <PageFrame title={title} back="/board">
      <EmptyState
        icon={Receipt}
        title={t('draft.queued')}
        action={<LinkButton href={`/slip?id=${encodeURIComponent(id)}`}>{t('draft.toSlip')}</LinkButton>}
      >
        {t('draft.queuedWhy')}
      </EmptyState>
    </PageFrame>
  );
}

function Damaged({ title }: { readonly title: string }) {
  const { t } = useTranslation('form');
  return (
    <PageFrame title={title} back="/board">
      <EmptyState
        icon={FileX}
        title={t('draft.damaged')}
        action={<LinkButton href="/board">{t('draft.toBoard')}</LinkButton>}
      >
        {t('draft.damagedWhy')}
      </EmptyState>
    </PageFrame>
  );
}
