'use client';

import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/common';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The browser's own dialog: it traps focus, closes on Escape and gives focus back. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps) {
  const { t } = useTranslation('common');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-card border border-line bg-paper p-5 text-ink backdrop:bg-ink/50"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 id={titleId} className="text-xl font-semibold leading-normal">
          {title}
        </h2>
        <button
          type="button"
          onClick={onClose}
          aria-label={t('close')}
          className="-m-2 grid size-touch shrink-0 cursor-pointer place-items-center rounded-lg"
        >
          <X aria-hidden size={24} />
        </button>
      </div>
      <div className="mt-3">{children}</div>
      {actions && <div className="mt-5 flex flex-wrap justify-end gap-3">{actions}</div>}
    </dialog>
  );
}
