import ArrowLeft from 'lucide-react/icons/arrow-left';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/common';
import { PageTitle } from './page-title';

export interface PageFrameProps {
  readonly title: string;
  /** Words for the tab when they must differ from the heading, e.g. to leave a name out. */
  readonly tabTitle?: string;
  readonly lead?: ReactNode;
  /** Address the back link goes to; absent = no back link. */
  readonly back?: string;
  /** Drawn beside the title on the PC, below it on a phone. */
  readonly aside?: ReactNode;
  /** Pinned at the bottom: in thumb reach on a phone, always in sight on the PC. */
  readonly actions?: ReactNode;
  readonly width?: 'text' | 'wide';
  readonly children: ReactNode;
}

/** Heading, content and actions of every page; `main` and the skip link belong to the shell. */
export function PageFrame(props: PageFrameProps) {
  const { title, tabTitle = title, lead, back, aside, actions, width = 'text', children } = props;
  return (
    <div className={`mx-auto w-full px-4 pt-4 pb-8 ${width === 'text' ? 'max-w-3xl' : 'max-w-7xl'}`}>
      <PageTitle title={tabTitle} />
      {back !== undefined && <BackLink href={back} />}
      <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-[1.4rem] font-semibold leading-normal md:text-2xl">{title}</h1>
          {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
        </div>
        {aside}
      </header>
      <div className="flex flex-col gap-5">{children}</div>
      {actions && (
        <div className="sticky bottom-(--nav-height) z-10 -mx-4 mt-6 flex flex-wrap gap-3 border-t border-line bg-ground px-4 py-3 max-md:*:px-3 *:flex-1 md:justify-end md:*:flex-none print:hidden">
          {actions}
        </div>
      )}
    </div>
  );
}

function BackLink({ href }: { readonly href: string }) {
  const { t } = useTranslation('common');
  return (
    <Link
      prefetch={false}
      href={href}
      className="-ml-2 inline-flex min-h-touch items-center gap-2 rounded-lg px-2 font-semibold text-leaf print:hidden"
    >
      <ArrowLeft aria-hidden size={22} />
      {t('back')}
    </Link>
  );
}
