/** Credits the place data must be shipped with. Proper names and licences: the same in every language. */
export const PLACE_ATTRIBUTION: readonly { readonly text: string; readonly url: string }[] = [
  {
    text: 'Data from Open Admin Data (https://openadmindata.org/bd/), CC BY 4.0',
    url: 'https://openadmindata.org/bd/',
  },
  {
    text: 'Names of divisions, districts, upazilas and unions from bd-geojs 1.0.1 by Abu Sayeed Afridi, MIT licence, corrected',
    url: 'https://github.com/sayeedafridi/bd-geojs',
  },
];
