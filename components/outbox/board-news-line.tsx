'use client';

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveStore } from '@/lib/browser/live-store';
import '@/lib/i18n/namespaces/board';
import { boardNewsStore } from './board-news';

/** What came of the last thing done. Takes the focus when the row that had it is gone. */
export function BoardNewsLine() {
  const { t } = useTranslation('board');
  const { news, n } = useLiveStore(boardNewsStore);
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (n === 0) return;
    // The board is drawn anew a moment later; only then is it known whether the row is still there.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) ref.current?.focus();
    }, 1_500);
    return () => clearTimeout(timer);
  }, [n]);
  return (
    <p ref={ref} role="status" tabIndex={-1} className={news === null ? 'sr-only' : 'font-semibold'}>
      {news === null ? '' : t(`news.${news}`)}
    </p>
  );
}
