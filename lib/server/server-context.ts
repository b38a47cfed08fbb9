import type { Clock } from '../shared/clock';
import type { Auth } from './auth/create-auth';
import { createAuth } from './auth/create-auth';
import type { Database } from './db/client';
import { database } from './db/client';
import { loadKeyFile } from './keys/key-file';
import type { ServerKeyring } from './keys/server-keys';
import { openKeys } from './keys/server-keys';
import type { ServerConfig } from './server-config';
import { readServerConfig } from './server-config';

/** What a service needs of its surroundings. Passed in, so that a test can pass its own. */
export interface ServerContext {
  readonly config: ServerConfig;
  readonly db: Database;
  readonly keys: ServerKeyring;
  readonly auth: Auth;
  readonly now: Clock;
}

// On globalThis because route bundles do not share modules.
const store = globalThis as unknown as { setuContext?: Promise<ServerContext> | undefined };

/** The context of this process, made at the first request. A failed attempt is not remembered. */
export function serverContext(): Promise<ServerContext> {
  store.setuContext ??= makeContext().catch((error) => {
    store.setuContext = undefined;
    throw error;
  });
  return store.setuContext;
}

/** The next request reads configuration and keys anew. */
export function forgetServerContext(): void {
  store.setuContext = undefined;
}

async function makeContext(): Promise<ServerContext> {
  const config = readServerConfig();
  const file = await loadKeyFile(config.dataDir);
  const db = database();
  return {
    config,
    db,
    keys: await openKeys(file),
    auth: createAuth({ db, secret: file.authSecret, origin: config.origin }),
    now: Date.now,
  };
}
