import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { endChild } from '../../start/child.mjs';
import type { Peer, PeerName } from './peer';

/** Types of the documents' fields, for those who want to know them before. */
const FIELDS = {
  trackingCode: 'string',
  serviceId: 'string',
  serviceVersion: 'number',
  queuedAt: 'string',
  lang: 'string',
  check: 'string',
  answers: 'object',
  consent: 'object',
  fee: 'object',
};

export interface PeerServers {
  readonly peers: readonly Peer[];
  stop(): Promise<void>;
}

/** Bundles the peers' pages and starts their servers, each a process of its own, in a folder that goes with them. */
export async function startPeers(folder: string): Promise<PeerServers> {
  const data = mkdtempSync(join(tmpdir(), 'setu-peers-'));
  const pages = join(data, 'pages');
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map((child) => endChild(child)));
    rmSync(data, { recursive: true, force: true });
  };
  const start = (name: string) => {
    const own = join(data, name);
    mkdirSync(own);
    const child = spawn(process.execPath, [join(folder, `servers/${name}.js`), own, pages], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    children.push(child);
    return portOf(child, name);
  };
  try {
    await bundlePages(join(folder, 'pages'), pages);
    const pouch = await start('pouchdb-server');
    const small = await start('small-server');
    const peer = (name: PeerName, port: number, page: string, tuned: boolean): Peer => ({
      name,
      port,
      page: '/page',
      script: { path: `/${page}.js` },
      config: (run) => ({ run, tuned, fields: FIELDS }),
      held: (run) => (port === pouch ? heldByPouch(port, run) : heldByFile(port, run)),
    });
    const peers = [
      peer('pouchdb', pouch, 'pouchdb', false),
      peer('pouchdb-tuned', pouch, 'pouchdb', true),
      peer('rxdb', small, 'rxdb', false),
      peer('rxdb-tuned', small, 'rxdb', true),
      peer('workbox', small, 'workbox', false),
      peer('openrosa', small, 'openrosa', false),
      peer('floor', small, 'floor', false),
    ];
    return { peers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bundlePages(from: string, to: string): Promise<void> {
  await build({
    entryPoints: readdirSync(from).map((name) => join(from, name)),
    outdir: to,
    bundle: true,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
}

function portOf(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (line) => resolve(Number(String(line).trim())));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened`)));
  });
}

async function heldByFile(port: number, run: string): Promise<readonly string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/runs/${run}/held`);
  return (await answer.json()) as string[];
}

/** A document with a conflict would be held twice: its id then comes once more for each. */
async function heldByPouch(port: number, run: string): Promise<readonly string[]> {
  const path = `_all_docs?include_docs=true&conflicts=true`;
  const answer = await fetch(`http://127.0.0.1:${port}/db/${run}/${path}`);
  const { rows } = (await answer.json()) as { rows: { id: string; doc: { _conflicts?: string[] } }[] };
  return rows.flatMap(({ id, doc }) => [id, ...(doc._conflicts ?? []).map(() => id)]);
}
