import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/components/ui/card';
import { StatusChip } from '@/components/ui/status-chip';
import type { DeskCase } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/desk';
import { useFormat } from '@/lib/i18n/use-format';

/** Everything that happened to a case, oldest first. */
export function CaseHistory({ case: { history } }: { readonly case: DeskCase }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const [now] = useState(() => Date.now());
  return (
    <Card>
      <h2 className="text-xl font-semibold">{t('history')}</h2>
      <ol className="mt-3 flex flex-col gap-3">
        {history.map((step) => (
          <li key={`${step.at}${step.status}`} className="border-l-4 border-leaf-soft pl-3">
            <StatusChip state={step.status} />
            <p className="text-sm text-ink-soft">
              {format.moment(step.at, now)}
              {step.by !== undefined && ` · ${t('history.by', { name: step.by })}`}
            </p>
            {step.note !== undefined && <p>{step.note}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
