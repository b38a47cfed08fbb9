import { Suspense } from 'react';
import { SlipPage } from '@/components/slip/slip-page';

export default function SlipRoute() {
  return (
    <Suspense>
      <SlipPage />
    </Suspense>
  );
}
