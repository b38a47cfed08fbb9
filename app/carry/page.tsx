import { CarryPage } from '@/components/carry/carry-page';

export default function Page() {
  return <CarryPage />;
}
