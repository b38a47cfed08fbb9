import { useTranslation } from 'react-i18next';
import { Disclosure } from '@/components/ui/disclosure';
import '@/lib/i18n/namespaces/settings';
import { Part } from './part';

const BUILD = process.env.NEXT_PUBLIC_SETU_BUILD ?? '';
/** Works of others that travel with the app, with the licence each asks us to name. */
const WORKS: readonly { readonly name: string; readonly by: string; readonly licence: string }[] = [
  { name: 'Noto Sans Bengali', by: 'The Noto Project Authors', licence: 'SIL Open Font License 1.1' },
  { name: 'Lucide', by: 'Lucide Contributors', licence: 'ISC' },
  { name: 'bd-geojs', by: 'Sayeed Afridi', licence: 'MIT' },
  { name: 'React, Next.js, i18next', by: 'Meta, Vercel, i18next', licence: 'MIT' },
  { name: 'qr', by: 'Paul Miller', licence: 'MIT' },
  { name: 'Dexie.js, Workbox', by: 'David Fahlander, Google', licence: 'Apache-2.0, MIT' },
];

/** What this is, which version, and whose work it stands on. */
export function AboutPart() {
  const { t } = useTranslation('settings');
  return (
    <Part title={t('about.title')}>
      <p>{t('about.body')}</p>
      {BUILD !== '' && <p className="text-sm text-ink-soft">{t('about.version', { build: BUILD })}</p>}
      <div className="w-full">
        <Disclosure summary={t('about.licences')}>
          <p className="mb-2">{t('about.own')}</p>
          <ul lang="en" className="list-disc space-y-1 pl-5 text-sm">
            {WORKS.map(({ name, by, licence }) => (
              <li key={name}>{`${name} · ${by} · ${licence}`}</li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </Part>
  );
}
