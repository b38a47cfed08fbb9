import { ApplyPage } from '@/components/form/apply-page';

export default function Page() {
  return <ApplyPage />;
}
