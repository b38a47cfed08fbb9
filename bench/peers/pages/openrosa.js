import { Dexie } from 'dexie';
import { patiently } from './patiently.js';

const database = new Dexie('work');
database.version(1).stores({ records: '++n' });
let run = '';

const escaped = (text) =>
  String(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

function nodes(value) {
  if (value === null || typeof value !== 'object') return escaped(value);
  return Object.entries(value)
    .map(([key, inner]) => {
      const name = /^\d/.test(key) ? `row${key}` : key;
      return `<${name}>${nodes(inner)}</${name}>`;
    })
    .join('');
}

/** The document as an XForms instance. */
const instanceOf = ({ id, serviceId, serviceVersion, ...rest }) =>
  `<?xml version="1.0"?><data xmlns:orx="http://openrosa.org/xforms" id="${serviceId}" version="${serviceVersion}">${nodes(rest)}<orx:meta><instanceID>uuid:${id}</instanceID></orx:meta></data>`;

/** One after the other, each taken out of the store when the server has said 201. */
async function sendAll() {
  for (;;) {
    const record = await database.records.orderBy('n').first();
    if (!record) return;
    const form = new FormData();
    form.append('xml_submission_file', new Blob([record.xml], { type: 'text/xml' }), 'xml_submission_file');
    const answer = await fetch(`/runs/${run}/submission`, {
      method: 'POST',
      headers: { 'x-openrosa-version': '1.0', date: new Date().toUTCString() },
      body: form,
    });
    if (answer.status !== 201) throw new Error(String(answer.status));
    await answer.text();
    await database.records.delete(record.n);
  }
}

globalThis.peer = {
  async open(config) {
    run = config.run;
    await database.open();
  },
  save: (items) => database.records.bulkAdd(items.map((item) => ({ xml: instanceOf(item) }))),
  send: () => patiently(sendAll),
};
