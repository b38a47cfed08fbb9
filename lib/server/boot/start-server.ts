import { anchorDay } from '../audit/anchor';
import { mayRewriteAudit } from '../db/app-role';
import { closeDatabase } from '../db/client';
import { log } from '../log';
import { serverContext } from '../server-context';
import { uploadsOf } from '../services/attachments/answer-upload';
import { describeHealth } from '../services/describe-health';
import { sweepRateLimits } from '../services/sweep-rate-limits';
import { guardEpoch } from './guard-epoch';
import { type WeakSecret, weakSecrets } from './weak-secrets';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Next closes its sockets first and lets running requests end. */
const PATIENCE = 4_000;

/**
 * What this process does beside answering requests: looks at its database once, sweeps what nobody needs any more, and
 * lets go of the database when it is told to end. A database that is not there yet is no reason not to start: requests
 * say `unavailable` until it is. One that does not flush is: then the process ends.
 */
export async function startServer(): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void letGo(signal));
  try {
    const context = await serverContext();
    const health = await describeHealth(context);
    if (!health.database.fsync) refuse();
    const weak = await weakSecrets(context.config, context.db);
    if (weak.length > 0) refuseSecrets(weak);
    if (await guardEpoch(context.db, context.config.dataDir))
      log.warn('the database was restored: a new epoch begins');
    if (await mayRewriteAudit(context.db.$client))
      log.warn('the database user of the app may change the audit trail: give the app one of its own');
    setInterval(() => void sweep(), DAY).unref();
    setInterval(() => void anchor(), HOUR).unref();
    await sweep();
    await anchor();
  } catch (error) {
    log.warn({ err: error }, 'the server started without its database');
  }
}

/** Does not serve on a database that acknowledges what a power cut would take away: a receipt would be a false promise. */
function refuse(): never {
  log.fatal(
    'the database does not flush to disk (fsync or synchronous_commit is off): the server does not start',
  );
  process.exit(1);
}

/** Words for whoever reads the log: what to change stands in lib/server/README.md. */
function refuseSecrets(weak: readonly WeakSecret[]): never {
  log.fatal(
    { weak },
    'a secret of this deployment is a default or can be guessed: the server does not start',
  );
  process.exit(1);
}

async function sweep(): Promise<void> {
  try {
    const context = await serverContext();
    const uploads = await uploadsOf(context).sweep();
    const counters = await sweepRateLimits(context.db, context.now());
    log.info({ uploads, counters }, 'swept');
  } catch (error) {
    log.warn({ err: error }, 'sweeping failed');
  }
}

/** In the log as well: where logs leave the machine, so does the anchor. */
async function anchor(): Promise<void> {
  try {
    const { db, config, now } = await serverContext();
    const taken = await anchorDay(db, config.dataDir, new Date(now()));
    if (taken) log.info({ anchor: taken }, 'the audit trail was anchored');
  } catch (error) {
    log.error({ err: error }, 'the audit trail could not be anchored');
  }
}

async function letGo(signal: string): Promise<void> {
  log.info({ signal }, 'closing the database');
  await new Promise((resolve) => setTimeout(resolve, PATIENCE).unref());
  await closeDatabase();
}
