/*
 * Runs in a process of its own, under tsx: verifies or anchors the audit trail by the app's own functions, and tells the parent what it
 * found. DATABASE_URL and SETU_DATA_DIR say of which server; further arguments are files with anchors that were kept elsewhere.
 */
import { readFile } from 'node:fs/promises';
import { type Anchor, parseAnchor, readAnchors, takeAnchor } from '../../lib/server/audit/anchor';
import { verifyAudit } from '../../lib/server/audit/verify-audit';
import { closeDatabase, database } from '../../lib/server/db/client';
import { readServerConfig } from '../../lib/server/server-config';

async function work(step: string, files: readonly string[]): Promise<unknown> {
  const { dataDir } = readServerConfig();
  if (step === 'anchor') return { anchor: await takeAnchor(database(), new Date()) };
  const { anchors, damaged } = await readAnchors(dataDir);
  const kept = await Promise.all(files.map(readKept));
  const unreadable = [...damaged, ...kept.flatMap((one) => (typeof one === 'string' ? one : []))];
  const all = [...anchors, ...kept.flatMap((one) => (typeof one === 'string' ? [] : one))];
  return { ...(await verifyAudit(database(), all)), anchors: all.length, unreadable };
}

/** The anchors of a file, one a line, whatever else npm printed around them; its name when there is none in it. */
async function readKept(file: string): Promise<readonly Anchor[] | string> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.startsWith('{'));
  const anchors = lines.map(parseAnchor);
  const good = anchors.filter((anchor) => anchor !== null);
  return good.length > 0 && good.length === anchors.length ? good : file;
}

const [step = '', ...files] = process.argv.slice(2);
work(step, files)
  .then(async (answer) => {
    process.send?.(answer);
    await closeDatabase();
    process.exit(0);
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
