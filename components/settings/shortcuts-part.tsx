'use client';

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCK_KEY } from '@/components/shell/lock-key';
import { setShortcuts, shortcutsAreOn } from '@/components/shell/shortcut-choice';
import '@/lib/i18n/namespaces/settings';
import { Part } from './part';

/** What single keys do, and the switch that stops them. */
export function ShortcutsPart() {
  const { t } = useTranslation('settings');
  const [on, setOn] = useState(true);
  useEffect(() => setOn(shortcutsAreOn()), []);
  const change = (next: boolean) => {
    setShortcuts(next);
    setOn(next);
  };
  return (
    <Part title={t('shortcuts.title')}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        <Key name="/" does={t('shortcuts.search')} />
        <Key name="b" does={t('shortcuts.board')} />
        <Key name={LOCK_KEY} does={t('shortcuts.lock')} />
      </dl>
      <label className="flex min-h-touch cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => change(event.target.checked)}
          className="size-6 accent-leaf"
        />
        {t('shortcuts.on')}
      </label>
    </Part>
  );
}

function Key({ name, does }: { readonly name: string; readonly does: string }) {
  return (
    <>
      <dt>
        <kbd className="inline-block min-w-9 rounded-md border border-ink-soft px-2 text-center font-mono">
          {name}
        </kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
