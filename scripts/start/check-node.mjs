import { StopError } from './say.mjs';

const OLDEST = [20, 19, 0];

/** Stops with a plain sentence when Node is older than package.json's `engines` allows. */
export function checkNode(version = process.versions.node) {
  const parts = version.split('.').map(Number);
  for (let i = 0; i < OLDEST.length; i++) {
    if ((parts[i] ?? 0) > OLDEST[i]) return;
    if ((parts[i] ?? 0) < OLDEST[i]) {
      throw new StopError(
        `This needs Node ${OLDEST.join('.')} or newer; here is ${version}. Get it from https://nodejs.org`,
      );
    }
  }
}
