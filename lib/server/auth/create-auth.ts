import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { username } from 'better-auth/plugins/username';
import type { Database } from '../db/client';
import { accounts, sessions, users, verifications } from '../db/schema/auth';
import { log } from '../log';

const HOUR = 60 * 60;

export interface AuthOptions {
  readonly db: Database;
  readonly secret: string;
  /** The deployment's address; null = the host each request names. */
  readonly origin: string | null;
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * People's sign-in. No public sign-up: accounts are made by an administrator. Sessions lie in the database, end
 * after 12 hours whatever happens (ASVS 7.3.2) and can be ended at once.
 */
export function createAuth({ db, secret, origin }: AuthOptions) {
  const secure = origin?.startsWith('https:') ?? false;
  return betterAuth({
    appName: 'Sheba Setu',
    secret,
    baseURL: origin ?? 'http://localhost',
    basePath: '/api/auth',
    // The address bar decides: a laptop is reached as localhost, by number and over a hotspot.
    trustedOrigins: (request) => originsOfHost(request?.headers.get('host') ?? null),
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 40 })],
    session: { expiresIn: 12 * HOUR, disableSessionRefresh: true },
    // Counted per user name by sign-in-limit.ts: an address can be invented by the client.
    rateLimit: { enabled: false },
    advanced: {
      // Not the library's own `__Secure-`, which a neighbour under the same domain may set.
      cookiePrefix: secure ? '__Host-setu' : 'setu',
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/', secure },
    },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) =>
        log[level === 'error' ? 'error' : 'debug']({ room: 'auth' }, stripped(message)),
    },
  });
}

function originsOfHost(host: string | null): string[] {
  return host ? [`http://${host}`, `https://${host}`] : [];
}

/** The library's sentences, without anything it may have quoted. */
const stripped = (message: string) => message.replace(/["'`].*?["'`]/g, '…').slice(0, 200);
