import { Suspense } from 'react';
import { CasePage } from '@/components/desk/case-page';

export default function DeskCasePage() {
  return (
    <Suspense>
      <CasePage />
    </Suspense>
  );
}
