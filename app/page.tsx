import { HomePage } from '@/components/service/home-page';
import { inCounterOrder } from '@/lib/catalogue/counter-order';
import { listedService } from '@/lib/catalogue/listed-service';
import { loadCatalogue } from '@/lib/catalogue/load-catalogue';

/** Services in the page itself: what people come for most. All of them would weigh more than the page. */
const IN_THE_PAGE = 15;

export default function Page() {
  const { services, agencies } = loadCatalogue();
  const first = inCounterOrder(services).slice(0, IN_THE_PAGE).map(listedService);
  const listed = {
    services: first,
    agencies: agencies.filter(({ id }) => first.some(({ agency }) => agency === id)),
    categories: [...new Set(inCounterOrder(services).map(({ category }) => category))],
  };
  return <HomePage listed={listed} />;
}
