import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { EARLY_CATALOGUE_SCRIPT } from '@/lib/browser/early-catalogue-script';
import { DEFAULT_LOCALE } from '@/lib/i18n/start-i18n';
import './globals.css';

export const metadata: Metadata = {
  applicationName: 'সেবা সেতু',
  manifest: '/manifest.webmanifest',
  icons: { icon: '/icon.svg', apple: '/icons/apple-touch-icon.png' },
  // Numbers of citizens must not turn into links that dial.
  formatDetection: { telephone: false, date: false, address: false, email: false },
  referrer: 'no-referrer',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: '#006a4e',
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang={DEFAULT_LOCALE} dir="ltr">
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, there before any file of ours */}
        <script dangerouslySetInnerHTML={{ __html: EARLY_CATALOGUE_SCRIPT }} />
        <AppShell>{children}</AppShell>
      </body>
    </html>
  );
}
