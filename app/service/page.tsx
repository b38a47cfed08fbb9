import { ServicePage } from '@/components/service/service-page';

export default function Page() {
  return <ServicePage />;
}
