import { Suspense } from 'react';
import { ReviewPage } from '@/components/review/review-page';

export default function ReviewRoute() {
  return (
    <Suspense>
      <ReviewPage />
    </Suspense>
  );
}
