import { Queue } from 'workbox-background-sync';
import { patiently } from './patiently.js';

/*
 * The queue keeps itself; only when it goes is ours: Chromium would wait minutes after a failed sync event, so it is told
 * when the line is there, and asked again a second after each failure.
 */
const queue = new Queue('work', { onSync: async () => {} });

async function save({ run, items }) {
  for (const item of items) {
    const request = new Request(`/runs/${run}/one`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(item),
    });
    await queue.pushRequest({ request });
  }
}

const send = () => patiently(() => queue.replayRequests());

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => {
  const work = event.data.type === 'save' ? save(event.data) : send();
  const say = (words) => event.ports[0].postMessage(words);
  event.waitUntil(
    work.then(
      () => say('done'),
      (error) => say(String(error)),
    ),
  );
});
