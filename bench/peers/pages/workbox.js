let run = '';

function ask(question) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data === 'done' ? resolve() : reject(new Error(data)));
    navigator.serviceWorker.controller.postMessage(question, [port2]);
  });
}

globalThis.peer = {
  async open(config) {
    run = config.run;
    const controlled = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
    await navigator.serviceWorker.register('/workbox-worker.js');
    await controlled;
  },
  save: (items) => ask({ type: 'save', run, items }),
  send: () => ask({ type: 'send' }),
};
