import { join } from 'node:path';
import type { Bench } from '../bench';
import type { Part } from '../figure';
import { publishedCatalogue, publishLightForm } from '../light-form';
import { installPeers } from './install-peers';
import { ourPeer } from './our-peer';
import { startPeers } from './peer-servers';
import { partOfPeers } from './peers-report';
import { groupsOf, wantedOf } from './plan';
import { runPlan } from './run-plan';
import { Tries } from './tries';

const CAP_SECONDS = 240;

/** Ours and what people use today, in turns, over one shaped line; goes on where an earlier run stopped. */
export async function measurePeers(bench: Bench): Promise<Part> {
  const { root, server, say, options } = bench;
  const wanted = wantedOf(options, bench.runs);
  const tries = new Tries(join(root, 'bench/peers/results'));
  if (options.again) tries.forget(groupsOf(wanted).flat());
  const minutes = Number(options.minutes ?? Number.POSITIVE_INFINITY);
  const stopAt = Date.now() + minutes * 60_000;
  const servers = await startPeers(await installPeers(root, say));
  try {
    await publishLightForm(server.databaseUrl);
    const catalogue = await publishedCatalogue(server.port);
    const peers = [await ourPeer(root, server), ...servers.peers];
    const capSeconds = Number(options.cap ?? CAP_SECONDS);
    await runPlan({ wanted, tries, peers, catalogue, capSeconds, say, isOver: () => Date.now() > stopAt });
  } finally {
    await servers.stop();
  }
  return partOfPeers(tries.all);
}
