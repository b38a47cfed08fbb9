import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StopError } from '../start/say.mjs';

/**
 * Who runs PostgreSQL, which refuses to be root: `{}` = whoever we are; as root the owner of the database folder, or the
 * user `postgres`, who is created when there is none.
 */
export function postgresUser(databaseFolder) {
  if (process.getuid?.() !== 0) return {};
  const marker = join(databaseFolder, 'PG_VERSION');
  if (existsSync(marker)) {
    const { uid, gid } = statSync(marker);
    if (uid !== 0) return { uid, gid };
  }
  return idsOf('postgres') ?? createUser() ?? idsOf('nobody') ?? noUser();
}

function idsOf(name) {
  try {
    const id = (flag) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function createUser() {
  const ways = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return idsOf('postgres');
    } catch {
      // the other distribution family has the other command
    }
  }
  return undefined;
}

function noUser() {
  throw new StopError(
    'PostgreSQL refuses to run as root and no other user could be found. Start as an ordinary user, or set DATABASE_URL.',
  );
}
