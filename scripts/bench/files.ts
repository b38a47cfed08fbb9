import type { BrowserContext } from '@playwright/test';
import { MOST_CHUNK_BYTES } from '../../lib/remote/chunk-size';
import type { Bench } from './bench';
import { makeDocuments } from './documents';
import type { Figure, Part } from './figure';
import { inBrowser } from './in-browser';
import { FILE_SERVICE, LIGHT_SERVICE, publishedCatalogue, publishLightForm } from './light-form';
import { bundleQueuePage } from './page/bundle-page';
import { type QueueDevice, withQueueDevice } from './page/queue-device';
import { type Link, linkOf } from './peers/links';

/** Two pictures of noise of about 230 KB each: the app makes every photo small to 250 KB. */
const PHOTOS = { slots: ['field:photo', 'field:signature'], side: 760 };
const LINES = [
  ['400k', '400k-cut5'],
  ['50k', '50k-cut20'],
] as const;
const PATCH = 'PATCH ';

interface Trip {
  readonly stored: number;
  readonly up: number;
  readonly seconds: number;
  readonly cuts: number;
}

type Catalogue = Awaited<ReturnType<typeof publishedCatalogue>>;

/** Files on the line: what they weigh, what a cut costs, and whether a text waits for them. */
export async function measureFiles({ root, server, runs, say }: Bench): Promise<Part> {
  await publishLightForm(server.databaseUrl);
  const catalogue = await publishedCatalogue(server.port);
  const device = { port: server.port, script: await bundleQueuePage(root) };
  const trips = new Map<string, Trip[]>(LINES.flat().map((name) => [name, []]));
  const textWaits: number[] = [];
  for (let run = 0; run < Math.min(runs, 3); run++)
    await inBrowser(async (context) => {
      for (const [name, all] of trips) {
        const trip = await handIn(context, device, { catalogue, link: linkOf(name) });
        all.push(trip);
        say(
          `files, ${name}: ${trip.stored} B stored, ${trip.up} B up in ${trip.seconds.toFixed(1)} s, ${trip.cuts} cuts`,
        );
      }
      textWaits.push(await textBesideFile(context, device, catalogue));
      say(`files: a text that came in between was received after ${textWaits.at(-1)?.toFixed(1)} s`);
    });
  const figures = LINES.flatMap(([whole, cut]) =>
    figuresOf({ whole, cut }, trips.get(whole) ?? [], trips.get(cut) ?? []),
  );
  return {
    title: 'Files',
    how:
      `One application with two pictures, ${linkOf('400k').says} and ${linkOf('50k').says} by a TCP proxy, each also with every connection reset every 5 or 20 s. Up: everything over the connection, text and HTTP headers ` +
      'included, against the bytes of the encrypted files. Sent again by a cut: what went up more than on the whole line, for each cut. A text that comes in between: queued on the same device at ' +
      '50 kbit/s while the first picture goes up, until its verified receipt.',
    figures: [
      ...figures,
      { what: 'text queued while a file goes: received after', samples: textWaits, unit: 's', limit: 12 },
    ],
  };
}

function figuresOf(
  names: { readonly whole: string; readonly cut: string },
  whole: readonly Trip[],
  cut: readonly Trip[],
): readonly Figure[] {
  const perCut = cut.flatMap(({ up, stored, cuts }, at) => {
    const other = whole[at];
    // The pictures are noise and differ by some bytes: their own weight is taken off first.
    return other && cuts > 0 ? [(up - stored - (other.up - other.stored)) / cuts] : [];
  });
  return [
    {
      what: `bytes up ÷ bytes stored, ${names.whole}`,
      samples: whole.map(({ up, stored }) => up / stored),
      unit: '×',
      limit: 1.03,
    },
    {
      what: `sent again by a cut, ${names.cut}`,
      samples: perCut,
      unit: 'B',
      limit: MOST_CHUNK_BYTES,
    },
    { what: `until both are there, ${names.whole}`, samples: whole.map(({ seconds }) => seconds), unit: 's' },
    { what: `until both are there, ${names.cut}`, samples: cut.map(({ seconds }) => seconds), unit: 's' },
  ];
}

async function fillWithPhotos({ page, line }: QueueDevice, catalogue: Catalogue): Promise<void> {
  line.cut();
  const documents = makeDocuments(catalogue, { serviceId: FILE_SERVICE, count: 1 });
  await page.evaluate(async ([items, photos]) => void (await globalThis.peer.save(items, photos)), [
    documents,
    PHOTOS,
  ] as const);
}

function handIn(
  context: BrowserContext,
  device: { readonly port: number; readonly script: string },
  { catalogue, link }: { readonly catalogue: Catalogue; readonly link: Link },
): Promise<Trip> {
  return withQueueDevice(context, device, async (queue) => {
    const { page, line } = queue;
    await fillWithPhotos(queue, catalogue);
    const stored = await page.evaluate(() => globalThis.peer.storedBytes());
    line.resetCounts();
    line.shape(link.quality);
    line.restore();
    let cuts = 0;
    const drop = () => {
      cuts += 1;
      line.cut();
      line.shape(link.quality);
      line.restore();
    };
    const timer = link.cutEvery > 0 ? setInterval(drop, link.cutEvery * 1000) : undefined;
    const begun = performance.now();
    try {
      await page.evaluate(() => globalThis.peer.sendWithFiles());
      const seconds = (performance.now() - begun) / 1000;
      return { stored, up: line.counts.up, seconds, cuts };
    } finally {
      clearInterval(timer);
    }
  });
}

/** Seconds that a text takes which is queued while the first file is on its way. */
function textBesideFile(
  context: BrowserContext,
  device: { readonly port: number; readonly script: string },
  catalogue: Catalogue,
): Promise<number> {
  return withQueueDevice(context, device, async (queue) => {
    const { page, line } = queue;
    await fillWithPhotos(queue, catalogue);
    line.resetCounts();
    line.shape(linkOf('50k').quality);
    line.restore();
    await page.evaluate(() => globalThis.peer.sendSoon());
    while (!line.requests.some((request) => request.startsWith(PATCH))) await page.waitForTimeout(50);
    const text = makeDocuments(catalogue, { serviceId: LIGHT_SERVICE, count: 1 });
    await page.evaluate(async (items) => void (await globalThis.peer.save(items)), text);
    const begun = performance.now();
    await page.evaluate(() => globalThis.peer.send());
    return (performance.now() - begun) / 1000;
  });
}
