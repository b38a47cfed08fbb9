'use client';

import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/components/ui/card';
import type { DocumentNeed } from '@/lib/forms/documents';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { FeeLine } from './fee-line';
import { useFromStore } from './form-context';
import type { FormStore } from './form-store';

/** Beside the form of the PC: papers, fee and how much is missing, true at every key press. */
export function LiveSummary({ store, action }: { readonly store: FormStore; readonly action: ReactNode }) {
  const { t } = useTranslation('form');
  const { number } = useFormat();
  const left = useFromStore(store, (from) => from.exam().errors.length);
  return (
    <Card className="flex flex-col gap-4">
      <p className="font-semibold">
        {left === 0 ? t('summary.ready') : t('summary.left', { n: number(left), count: left })}
      </p>
      {action}
      <div>
        <h2 className="text-sm font-semibold text-ink-soft">{t('summary.fee')}</h2>
        <FeeLine store={store} />
      </div>
      <Papers store={store} />
    </Card>
  );
}

function Papers({ store }: { readonly store: FormStore }) {
  const { t } = useTranslation('form');
  const { text, digits } = useFormat();
  const signature = useFromStore(store, (from) => papersOf(from).map(paperSignature).join('|'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says when the papers are others
  const papers = useMemo(() => papersOf(store), [store, signature]);
  if (papers.length === 0) return null;
  return (
    <div>
      <h2 className="text-sm font-semibold text-ink-soft">{t('papers')}</h2>
      <ul className="mt-1 flex flex-col gap-1.5">
        {papers.map(({ document, need, files }) => {
          const Mark = files > 0 ? CircleCheck : CircleDashed;
          return (
            <li key={document.id} className="flex items-start gap-2 text-sm">
              <Mark
                aria-hidden
                size={18}
                className={`mt-1 shrink-0 ${files > 0 ? 'text-leaf' : 'text-ink-soft'}`}
              />
              <span>
                {digits(text(document.label))}
                <span className="block text-ink-soft">
                  {files > 0
                    ? t('papers.given', { n: digits(String(files)), count: files })
                    : t(`papers.${need}`)}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type Paper = DocumentNeed & { readonly files: number };

function papersOf(store: FormStore): readonly Paper[] {
  return store.exam().documents.map((need) => ({
    ...need,
    files: store.attachments().filter((file) => file.slot === `doc:${need.document.id}`).length,
  }));
}

const paperSignature = ({ document, need, files }: Paper) => `${document.id} ${need} ${files}`;
