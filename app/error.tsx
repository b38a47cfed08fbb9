'use client';

import { BrokenPage } from '@/components/shell/broken-page';

export default function PageError({ reset }: { readonly reset: () => void }) {
  return <BrokenPage onTryAgain={reset} />;
}
