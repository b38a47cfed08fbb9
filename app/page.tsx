import { HomePage } from '@/components/service/home-page';
import { listedService } from '@/lib/catalogue/listed-service';
import { loadCatalogue } from '@/lib/catalogue/load-catalogue';

export default function Page() {
  const { services, agencies } = loadCatalogue();
  return <HomePage listed={{ services: services.map(listedService), agencies }} />;
}
