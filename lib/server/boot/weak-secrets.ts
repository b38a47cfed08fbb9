import { verifyPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client';
import { DEMO_PEOPLE } from '../db/demo-people';
import { accounts, users } from '../db/schema/auth';
import { staff } from '../db/schema/staff';
import type { ServerConfig } from '../server-config';

const SHORTEST = 12;
const GUESSED_FIRST =
  /^(postgres|password|passw0rd|secret|changeme|change-me|example|admin|setu|sheba|qwerty|letmein|123456|test)/i;

export type WeakSecret = 'database-password' | 'demo-accounts';

/**
 * Secrets with which a deployment must not begin: a database password that is short or everybody's first guess, and demo accounts, whose password stands in
 * this repository. Only asked where the app has an https address; on a laptop they are what makes it run by itself.
 */
export async function weakSecrets(config: ServerConfig, db: Database): Promise<readonly WeakSecret[]> {
  if (!config.origin?.startsWith('https:')) return [];
  const weak: WeakSecret[] = [];
  if (isGuessable(config.databaseUrl)) weak.push('database-password');
  if (await hasDemoAccount(db)) weak.push('demo-accounts');
  return weak;
}

/** An address without a password leaves the proof to the system (a socket, a certificate), which is fine. */
function isGuessable(databaseUrl: string): boolean {
  const password = decodeURIComponent(new URL(databaseUrl).password);
  return password !== '' && (password.length < SHORTEST || GUESSED_FIRST.test(password));
}

/** An account of the demo that still opens with the demo's password. One that was changed, or suspended, is nobody's business. */
async function hasDemoAccount(db: Database): Promise<boolean> {
  for (const { username, password } of DEMO_PEOPLE) {
    const [found] = await db
      .select({ hash: accounts.password, disabledAt: staff.disabledAt })
      .from(users)
      .innerJoin(accounts, eq(accounts.userId, users.id))
      .innerJoin(staff, eq(staff.userId, users.id))
      .where(eq(users.username, username.toLowerCase()));
    if (found?.hash && found.disabledAt === null && (await verifyPassword({ hash: found.hash, password })))
      return true;
  }
  return false;
}
