import { HomePage } from '@/components/service/home-page';

export default function Page() {
  return <HomePage />;
}
