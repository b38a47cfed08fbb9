import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'public');
const GREEN = '#006a4e';
const WHITE = '#faf8f3';

/** A bridge over water: deck, arch, three hangers. `room` is the share of the square that the drawing fills. */
function bridge(room) {
  const scale = room * 512;
  const edge = (512 - scale) / 2;
  return `<g transform="translate(${edge} ${edge}) scale(${scale / 100})" fill="none" stroke="${WHITE}" stroke-width="8" stroke-linecap="round">
    <path d="M6 62 H94"/>
    <path d="M10 62 C 24 18, 76 18, 90 62" />
    <path d="M30 38 V62 M50 30 V62 M70 38 V62" stroke-width="6"/>
    <path d="M10 82 q 10 -9 20 0 t 20 0 t 20 0 t 20 0" stroke-width="6" stroke="#8fd3b6"/>
  </g>`;
}

const svg = (corner, room) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><title>সেবা সেতু</title><rect width="512" height="512" rx="${corner}" fill="${GREEN}"/>${bridge(room)}</svg>\n`;

/** Draws the app's icons: one drawing, rounded for browsers, full-bleed with a safe edge for launchers that cut shapes. */
async function makeIcons() {
  mkdirSync(join(folder, 'icons'), { recursive: true });
  writeFileSync(join(folder, 'icon.svg'), svg(96, 0.72));
  const png = (name, source, size) =>
    sharp(Buffer.from(source))
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toFile(join(folder, 'icons', name));
  await png('icon-192.png', svg(96, 0.72), 192);
  await png('icon-512.png', svg(96, 0.72), 512);
  await png('maskable-512.png', svg(0, 0.56), 512);
  await png('apple-touch-icon.png', svg(0, 0.66), 180);
}

await makeIcons();
