import type { Device } from '../fixtures/device';
import type { ApplicationForm } from '../pages/application-form';
import { ServicesPage } from '../pages/services-page';

/** A citizen's own phone, made ready for work without a line, with the form of the character certificate open. */
export async function beginOnOwnPhone(phone: Device): Promise<ApplicationForm> {
  await phone.open('/');
  await phone.waitUntilOfflineReady();
  const services = new ServicesPage(phone.page);
  await services.find('চেয়ারম্যান সার্টিফিকেট', 'নাগরিকত্ব ও চারিত্রিক সনদ');
  return services.beginAsCitizen();
}
