import type { Centre } from '../../contract/wire';
import type { NewPerson } from './add-person';

/** Invented, at a real place: Khanpur union, Sherpur, Bogura. */
export const DEMO_CENTRE: Centre = {
  id: 'khanpur-sherpur-bogura',
  name: { bn: 'খানপুর ইউনিয়ন সেবা কেন্দ্র (নমুনা)', en: 'Khanpur Union service centre (demo)' },
  unionId: 'u1200',
  upazilaId: 'z132',
  districtId: 'd14',
};

const password = 'setu-demo-2026';
const centreId = DEMO_CENTRE.id;

const FLAGSHIP_AGENCIES = ['orgbdr', 'ec-nid', 'dip', 'police', 'minland', 'union-parishad', 'dss', 'mofa'];

export const DEMO_PEOPLE: readonly NewPerson[] = [
  { role: 'operator', username: 'shiuli', password, name: 'শিউলি বেগম', centreId },
  { role: 'operator', username: 'karim', password, name: 'আব্দুল করিম', centreId },
  { role: 'officer', username: 'officer', password, name: 'নাসরিন সুলতানা', agencies: FLAGSHIP_AGENCIES },
  { role: 'officer', username: 'registrar', password, name: 'মাহবুব আলম', agencies: ['orgbdr'] },
  { role: 'administrator', username: 'admin', password, name: 'ফারহানা ইয়াসমিন' },
];
