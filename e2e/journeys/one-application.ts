import type { Device } from '../fixtures/device';
import { ServicesPage } from '../pages/services-page';
import type { Slip } from '../pages/slip-page';
import { characterCertificate } from './character-certificate';
import { handInAtCounter } from './counter';

/** A whole application of an invented person at a counter, from the search to the slip. */
export async function oneApplication(counter: Device, name: string): Promise<Slip> {
  await counter.open('/');
  const services = new ServicesPage(counter.page);
  await services.find('চারিত্রিক সনদ', 'নাগরিকত্ব ও চারিত্রিক সনদ');
  const form = await services.begin();
  await form.write(await characterCertificate(name));
  await form.goToReview();
  return handInAtCounter(counter);
}
