/*
 * The worker's kill switch: a worker that takes itself away, with the files it kept and nothing else. Databases stay.
 * Pages that are open go on from the network; none is reloaded under somebody's form.
 */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith('setu-')).map((name) => caches.delete(name))),
      )
      .then(() => self.registration.unregister()),
  );
});
