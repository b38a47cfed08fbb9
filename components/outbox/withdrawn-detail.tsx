import { useTranslation } from 'react-i18next';
import { useNow } from '@/components/ui/use-now';
import type { BoardItem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';

type Withdrawn = Extract<BoardItem['place'], { kind: 'withdrawn' }>;

/** When and by whom an application was taken back, and whether it arrived all the same. */
export function WithdrawnDetail({ place }: { readonly place: Withdrawn }) {
  const { t } = useTranslation('board');
  const { moment } = useFormat();
  const now = useNow();
  if (now === null) return null;
  return (
    <>
      <p>{t(place.byMe ? 'withdrawn.byMe' : 'withdrawn.byOther', { at: moment(place.withdrawnAt, now) })}</p>
      {place.arrived !== 'no' && <p className="font-semibold">{t(`withdrawn.arrived.${place.arrived}`)}</p>}
    </>
  );
}
