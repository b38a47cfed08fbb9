'use client';

import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import '@/lib/i18n/namespaces/hint';
import { dismiss } from './dismissed-hints';
import { focusSpot } from './focus-spot';
import { useFormDesk } from './form-context';
import type { FieldHintProps } from './hint-board';
import { useHintText } from './use-hint-text';

/** A kind question under a field: what might be meant, one press to write it so, one to say that it is right. */
export function FieldHintView({ id, spot, hint }: FieldHintProps) {
  const { t } = useTranslation('hint');
  const { store, hints } = useFormDesk();
  const { question, offer } = useHintText(store)(hint);
  const done = () => {
    const rest = new Map(hints.shown());
    rest.delete(hint.pointer);
    hints.show(rest);
    focusSpot(hint.pointer);
  };
  const take = () => {
    store.answer(spot, hint.offer);
    store.leave(spot);
    done();
  };
  const keep = () => {
    dismiss(hints.draftId, hint);
    done();
  };
  return (
    <div className="mt-2 rounded-card border border-line bg-leaf-soft p-3" data-hint={hint.code}>
      <p id={id} className="flex gap-2">
        <MessageCircleQuestion aria-hidden size={20} className="mt-1 shrink-0 text-leaf" />
        <span className="min-w-0 break-words">
          <span className="font-semibold">{t('ask')}</span> {question}
        </span>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {offer !== null && (
          <Button look="secondary" className="min-w-0 break-words" aria-describedby={id} onClick={take}>
            {t('take', { offer })}
          </Button>
        )}
        <Button look="quiet" aria-describedby={id} onClick={keep}>
          {t(offer === null ? 'fine' : 'keep')}
        </Button>
      </div>
    </div>
  );
}
