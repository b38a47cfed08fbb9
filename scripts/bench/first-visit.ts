import { CuttingProxy } from '../../e2e/cutting-proxy';
import { Device } from '../../e2e/fixtures/device';
import type { Bench } from './bench';
import { startEmptyApp } from './empty-app';
import type { Part } from './figure';
import { markScript } from './in-page';
import { marksOf, slowDown } from './slow-page';

const LINE = { bitsPerSecond: 400_000, roundTripMs: 400 };
const MARKS = {
  box: { selector: 'input', live: true },
  services: { selector: 'main a[href^="/service"]', live: true },
};

/** A device that was never here, on a slow line, with a slow processor: the marks of one visit. */
async function visit(port: number, names: readonly (keyof typeof MARKS)[]): Promise<Record<string, number>> {
  const line = await CuttingProxy.listen(() => port);
  line.shape(LINE);
  const device = new Device('phone', line.origin);
  try {
    await device.start();
    const { page } = device;
    await slowDown(page);
    await page.addInitScript(markScript(Object.fromEntries(names.map((name) => [name, MARKS[name]]))));
    return { ...(await marksOf(page, `${line.origin}/`)) };
  } finally {
    await device.discard();
    await line.close();
  }
}

/** Home on a first visit against an empty Next page, in turns, so that both meet the same machine. */
export async function measureFirstVisit({ root, server, runs, say }: Bench): Promise<Part> {
  const empty = await startEmptyApp(root);
  const emptyMs: number[] = [];
  const boxMs: number[] = [];
  const homeMs: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const turns = [
        async () => emptyMs.push((await visit(empty.port, ['box'])).box ?? Number.NaN),
        async () => {
          const { box = Number.NaN, services = Number.NaN } = await visit(server.port, ['box', 'services']);
          boxMs.push(box);
          homeMs.push(Math.max(box, services));
        },
      ];
      for (const turn of run % 2 === 0 ? turns : turns.reverse()) await turn();
      say(
        `first visit ${run + 1} of ${runs}: empty ${emptyMs.at(-1)?.toFixed(0)}, home ${homeMs.at(-1)?.toFixed(0)} ms`,
      );
    }
  } finally {
    await empty.stop();
  }
  const toEmpty = (times: readonly number[]) => times.map((ms, at) => ms / (emptyMs[at] ?? Number.NaN));
  return {
    title: 'First visit',
    how:
      'A new browser profile each time, 400 kbit/s and 400 ms by a TCP proxy, processor slowed down 4 times. The search box answers: it is there and ' +
      'its code runs. Usable: the services stand below it as well, as links. The empty page is `bench/empty-next`: one box in a Next app of the same ' +
      'version, built and visited in the same run, in turns with ours; each ratio is of such a pair.',
    figures: [
      { what: 'home’s search box answers ÷ empty Next page', samples: toEmpty(boxMs), unit: '×', limit: 1.5 },
      {
        what: 'home usable, services listed ÷ empty Next page',
        samples: toEmpty(homeMs),
        unit: '×',
        limit: 1.5,
      },
      { what: 'empty Next page answers', samples: emptyMs, unit: 'ms' },
      { what: 'home’s search box answers', samples: boxMs, unit: 'ms' },
      { what: 'home usable, services listed', samples: homeMs, unit: 'ms' },
    ],
  };
}
