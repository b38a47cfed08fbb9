import type { KeyFile } from '../keys/key-file';

/**
 * The keys after a restore: every key of either file, those in use now first. Devices may have sealed to a key that is younger
 * than the backup; the secrets behind stored rows are the backup's.
 */
export function mergeKeys(here: KeyFile | null, backup: KeyFile): KeyFile {
  if (here === null) return backup;
  const { checkKey } = backup;
  return {
    v: 1,
    seal: union(here.seal, backup.seal),
    receipt: union(here.receipt, backup.receipt),
    authSecret: here.authSecret,
    checkKey,
  };
}

function union(here: KeyFile['seal'], backup: KeyFile['seal']): KeyFile['seal'] {
  const [first, ...rest] = here;
  const known = new Set(here.map(({ kid }) => kid));
  return [first, ...rest, ...backup.filter(({ kid }) => !known.has(kid))];
}
