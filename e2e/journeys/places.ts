import type { Place } from '../pages/form-section';

/** The demonstration centre's own union. */
export const KHANPUR: Place = {
  typed: 'খানপুর',
  line: ['ইউনিয়ন', 'শেরপুর', 'বগুড়া'],
  ward: '4',
  village: 'কয়েরখালী পূর্বপাড়া',
};

export const SHERPUR: Place = { typed: 'sherpur', line: ['উপজেলা', 'বগুড়া'] };
