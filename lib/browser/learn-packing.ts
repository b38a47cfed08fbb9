import { learnSome } from '../contract/packing/primed-model';

/** Makes ready what packs an application, a slice at a time: all at once would hold a cheap phone for longer than a tap. */
export async function learnPacking(): Promise<void> {
  while (!learnSome()) await nextTask();
}

/** Not a timer: browsers hold those of a hidden tab back for a second each. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
