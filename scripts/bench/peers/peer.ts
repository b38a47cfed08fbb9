/** Everybody that is measured, ours first. */
export const PEER_NAMES = [
  'ours',
  'pouchdb',
  'pouchdb-tuned',
  'rxdb',
  'rxdb-tuned',
  'workbox',
  'openrosa',
  'floor',
] as const;

export type PeerName = (typeof PEER_NAMES)[number];

export const PEER_LABELS: Readonly<Record<PeerName, string>> = {
  ours: 'Sheba Setu, sealed',
  pouchdb: 'PouchDB 9',
  'pouchdb-tuned': 'PouchDB 9, tuned',
  rxdb: 'RxDB 17',
  'rxdb-tuned': 'RxDB 17, tuned',
  workbox: 'workbox-background-sync',
  openrosa: 'OpenRosa-style',
  floor: 'plain Dexie + gzip, 500 each',
};

/** One way to bring documents from a browser to a server, with that server running. */
export interface Peer {
  readonly name: PeerName;
  readonly port: number;
  /** Path of the page to open. */
  readonly page: string;
  /** Code for that page, which gives it `peer`. */
  readonly script: string | { readonly path: string };
  /** What `peer.open` is called with for the run of this name. */
  config(run: string): unknown;
  /** Every id that came to the server in this run, as often as it holds it. */
  held(run: string): Promise<readonly string[]>;
}
