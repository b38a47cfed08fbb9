import { HomePage } from '@/components/service/home-page';
import { listedService } from '@/lib/catalogue/listed-service';
import { loadCatalogue } from '@/lib/catalogue/load-catalogue';

export default function Page() {
  return <HomePage listed={loadCatalogue().services.map(listedService)} />;
}
