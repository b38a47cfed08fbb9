import { isFree } from './free-port.mjs';
import { StopError, say } from './say.mjs';

/** The wished port (3000 when none), or the next free one, which is said. */
export async function pickPort(wish) {
  const first = Number(wish || 3000);
  if (!Number.isInteger(first) || first < 1 || first > 65_535)
    throw new StopError(`PORT must be a number from 1 to 65535, not "${wish}".`);
  for (let port = first; port <= Math.min(first + 100, 65_535); port++) {
    if (!(await isFree(port))) continue;
    if (port !== first) say(`Port ${first} is taken by another program; using ${port}.`);
    return port;
  }
  throw new StopError(`Ports ${first} to ${first + 100} are all taken. Set PORT to a free one.`);
}
