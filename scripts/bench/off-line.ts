import type { Page } from '@playwright/test';
import { CuttingProxy } from '../../e2e/cutting-proxy';
import { Device, type DeviceShape } from '../../e2e/fixtures/device';
import type { Bench } from './bench';
import type { Figure, Part } from './figure';
import { quantile } from './figure';
import { CONTENT, KEY_SCRIPT, markScript, tapScript } from './in-page';
import { marksOf, slowDown, stopWorkers } from './slow-page';
import { startApplication } from './start-application';

const SERVICE = 'epassport-application';
/** A section of that form which begins with an address. */
const SECTION = 'address';
const FIELD = 'main :is(input:not([type=file],[type=checkbox],[type=radio],[role=combobox]), textarea)';
/** The unfinished application on today's board. */
const DRAFT = 'main a[href^="/apply"]';
const BOX = 'main input[role=combobox]';
const LETTERS = 'kashimpur rajapur bo';
const BETWEEN_KEYS_MS = 120;

const NAMES = { phone: 'phone', counter: 'counter, all fields at once' };

interface Times {
  readonly start: number[];
  /** By a tap on the board, the app being open. */
  readonly tap: number[];
  /** By its address, from nothing. */
  readonly open: number[];
  readonly keys: number[];
  readonly search: number[];
  /** In one box on an empty page: what of a key is the browser's own. */
  readonly bare: number[];
}

/** Start, form and keys without a line, on a slow processor; the phone and the counter in turns. */
export async function measureOffLine({ server, runs, say }: Bench): Promise<Part> {
  const line = await CuttingProxy.listen(() => server.port);
  const devices: {
    readonly shape: DeviceShape;
    readonly device: Device;
    readonly form: string;
    readonly times: Times;
  }[] = [];
  try {
    for (const shape of ['phone', 'counter'] as const) {
      const device = new Device(shape, line.origin);
      await device.start();
      devices.push({
        shape,
        device,
        form: await prepare(device),
        times: { start: [], tap: [], open: [], keys: [], search: [], bare: [] },
      });
    }
    line.cut();
    for (let run = 0; run < runs; run++)
      for (const { shape, device, form, times } of devices) {
        await once(device, form, times);
        say(
          `off line ${run + 1} of ${runs}, ${shape}: start ${times.start.at(-1)?.toFixed(0)}, form ${times.tap.at(-1)?.toFixed(0)} by a tap, ${times.open.at(-1)?.toFixed(0)} ms by its address`,
        );
      }
  } finally {
    for (const { device } of devices) await device.discard();
    await line.close();
  }
  return {
    title: 'Off line',
    how:
      `The line is cut, the worker's process ended, processor slowed down 4 times (Chromium slows pages, not the worker). Times count from the ` +
      `navigation, by a tap on the open board from the click. The form is \`${SERVICE}\`, 39 fields of which four are whole addresses; on the counter all of them are on one page. ` +
      `A key is a real key event; its time ends after the frame that shows it. ${LETTERS.length} keys a run, one each ${BETWEEN_KEYS_MS} ms, while the draft saves itself.`,
    figures: devices.flatMap(({ shape, times }) => figuresOf(NAMES[shape], times)),
  };
}

function figuresOf(where: string, { start, tap, open, keys, search, bare }: Times): readonly Figure[] {
  return [
    { what: `start to first content, ${where}`, samples: start, unit: 'ms', limit: 1000 },
    { what: `form opened by a tap to first key, ${where}`, samples: tap, unit: 'ms', limit: 1000 },
    { what: `form opened by its address to first key, ${where}`, samples: open, unit: 'ms', limit: 1000 },
    { what: `key to paint in the form, ${where}`, samples: keys, unit: 'ms', limit: 50 },
    { what: `key to paint in the address search, ${where}`, samples: search, unit: 'ms', limit: 50 },
    { what: `key to paint in one box on an empty page, ${where}`, samples: bare, unit: 'ms' },
    {
      what: `slowest twentieth of the keys, ${where}`,
      samples: [quantile([...keys, ...search], 0.95)],
      unit: 'ms',
    },
  ];
}

async function prepare(device: Device): Promise<string> {
  await device.open('/');
  await device.waitUntilOfflineReady();
  await device.open(`/service?id=${SERVICE}`);
  return startApplication(device.page);
}

async function once(device: Device, form: string, times: Times): Promise<void> {
  times.start.push(
    await onNewPage(device, {}, async (page) => {
      return (await marksOf(page, `${device.origin}/`))[CONTENT] ?? Number.NaN;
    }),
  );
  await onNewPage(device, {}, async (page) => {
    await page.goto(`${device.origin}/board`);
    const draft = page.locator(DRAFT).first();
    await draft.waitFor();
    await page.waitForTimeout(2000);
    await page.evaluate(tapScript(FIELD));
    await draft.click();
    times.tap.push(
      await page.evaluate(() => (window as unknown as { benchTapped: Promise<number> }).benchTapped),
    );
  });
  await onNewPage(device, {}, async (page) => {
    await page.goto('about:blank');
    await page.setContent('<main><input></main>');
    // listeners of the address before are gone
    await page.evaluate(KEY_SCRIPT);
    times.bare.push(...(await pressKeys(page, FIELD)));
  });
  const field = { field: { selector: FIELD, live: true } };
  await onNewPage(device, field, async (page) => {
    times.open.push((await marksOf(page, form)).field ?? Number.NaN);
    times.keys.push(...(await pressKeys(page, FIELD)));
  });
  const box = { box: { selector: BOX, live: true } };
  await onNewPage(device, box, async (page) => {
    await marksOf(page, `${form}&section=${SECTION}`);
    await page.waitForTimeout(1000);
    times.search.push(...(await pressKeys(page, BOX)));
  });
}

/** A page of its own, in a process of its own, whose worker has to be started again. */
async function onNewPage<T>(
  device: Device,
  marks: Parameters<typeof markScript>[0],
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await device.context.newPage();
  try {
    await page.addInitScript(markScript(marks));
    await page.addInitScript(KEY_SCRIPT);
    await slowDown(page);
    await stopWorkers(page);
    return await work(page);
  } finally {
    await page.close();
  }
}

async function pressKeys(page: Page, selector: string): Promise<readonly number[]> {
  const field = page.locator(selector).first();
  await field.fill('');
  await field.focus();
  await page.waitForTimeout(300);
  await page.evaluate(() => Object.assign(window, { benchKeys: [] }));
  for (const letter of LETTERS)
    await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: BETWEEN_KEYS_MS });
  await page.waitForTimeout(300);
  const times = await page.evaluate(() => (window as unknown as { benchKeys: number[] }).benchKeys);
  if (times.length < LETTERS.length)
    throw new Error(`the page took ${times.length} of ${LETTERS.length} keys`);
  return times;
}
