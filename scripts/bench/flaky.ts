import type { Bench } from './bench';
import { makeDocuments } from './documents';
import type { Figure, Part } from './figure';
import { inBrowser } from './in-browser';
import { LIGHT_SERVICE, publishedCatalogue, publishLightForm } from './light-form';
import { linkOf } from './peers/links';
import { type Outcome, oneTry } from './peers/one-try';
import { ourPeer } from './peers/our-peer';

const COUNT = 500;
const CAP_SECONDS = 240;
const WHOLE = '50k';
const CUT = ['50k-cut10', '50k-cut20', '50k-cut40'] as const;

/** Five hundred waiting applications over a line that is cut again and again, beside the same line when it holds. */
export async function measureFlaky({ root, server, runs, say }: Bench): Promise<Part> {
  await publishLightForm(server.databaseUrl);
  const catalogue = await publishedCatalogue(server.port);
  const peer = await ourPeer(root, server);
  const outcomes = new Map<string, Outcome[]>([WHOLE, ...CUT].map((name) => [name, []]));
  for (let run = 0; run < Math.min(runs, 5); run++)
    await inBrowser(async (context) => {
      for (const [name, all] of outcomes) {
        const documents = makeDocuments(catalogue, { serviceId: LIGHT_SERVICE, count: COUNT });
        const plan = { link: linkOf(name), documents, capSeconds: CAP_SECONDS, run: name };
        const outcome = await oneTry(context, peer, plan);
        all.push(outcome);
        const { seconds, arrived, up, down, requests, connections } = outcome;
        say(
          `${name}: ${arrived} of ${COUNT} in ${seconds?.toFixed(1) ?? 'more than the cap'} s, ${up} B up, ${down} B down, ${requests} requests, ${connections} connections`,
        );
      }
    });
  const of = (name: string) => outcomes.get(name) ?? [];
  return {
    title: 'Flaky 2G',
    how:
      `${COUNT} sealed applications wait on a device, in a page of Chromium; 50 kbit/s, 800 ms by a TCP proxy, every open connection reset every 10, 20 or 40 s; the app goes on by ` +
      'itself. From the line’s opening to the last verified receipt stored. Bytes are all over the connections, both ways. One that did not end within ' +
      `${CAP_SECONDS} s counts as that.`,
    figures: [
      ...CUT.flatMap((name) => figuresOf(name, of(name), of(WHOLE))),
      { what: 'all received, line never cut', samples: of(WHOLE).map(secondsOf), unit: 's' },
    ],
  };
}

const secondsOf = ({ seconds }: Outcome): number => seconds ?? CAP_SECONDS;

function figuresOf(name: string, cut: readonly Outcome[], whole: readonly Outcome[]): readonly Figure[] {
  const every = linkOf(name).cutEvery;
  const weight = ({ up, down }: Outcome) => up + down;
  const heavier = cut.flatMap((one, at) => {
    const other = whole[at];
    return other ? [weight(one) / weight(other)] : [];
  });
  return [
    {
      what: `not received, or twice, in all tries, cut every ${every} s`,
      // Of all tries together: a median would hide a single one.
      samples: [cut.reduce((sum, { arrived, wrong }) => sum + COUNT - arrived + wrong, 0)],
      unit: '',
      limit: 0,
    },
    {
      what: `all received, cut every ${every} s`,
      samples: cut.map(secondsOf),
      unit: 's',
      ...(every === 20 && { limit: 60 }),
    },
    {
      what: `bytes, cut every ${every} s ÷ never cut`,
      samples: heavier,
      unit: '×',
      ...(every === 20 && { limit: 1.5 }),
    },
  ];
}
