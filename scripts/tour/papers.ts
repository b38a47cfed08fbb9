import sharp from 'sharp';
import type { Paper } from '../../e2e/journeys/paper';

/** A drawn child: a picture that shows nobody. */
export function childPhoto(): Promise<Paper> {
  return drawn(
    'rafi-photo.jpg',
    `<rect width="480" height="600" fill="#cfe3f2"/>
     <path d="M60 600c0-150 80-200 180-200s180 50 180 200z" fill="#e9b44c"/>
     <circle cx="240" cy="260" r="120" fill="#b98559"/>
     <path d="M120 250c0-110 60-150 120-150s120 40 120 150c-20-60-60-80-120-80s-100 20-120 80z" fill="#2b211c"/>
     <circle cx="200" cy="265" r="9"/><circle cx="280" cy="265" r="9"/>
     <path d="M205 315q35 28 70 0" fill="none" stroke="#6b3f28" stroke-width="7" stroke-linecap="round"/>`,
    [480, 600],
  );
}

/** A sheet with ruled lines and a stamp: looks like a paper, says nothing. */
export function sheet(name: string, ground: string, ink: string): Promise<Paper> {
  const lines = Array.from(
    { length: 9 },
    (_, row) => `<rect x="60" y="${150 + row * 38}" width="${row % 3 === 2 ? 300 : 520}" height="8" rx="4"/>`,
  );
  return drawn(
    name,
    `<rect width="640" height="560" fill="${ground}"/>
     <g fill="${ink}" opacity=".75"><rect x="180" y="50" width="280" height="20" rx="6"/>
     <rect x="220" y="86" width="200" height="12" rx="6"/>${lines.join('')}</g>
     <circle cx="530" cy="470" r="56" fill="none" stroke="#a23b54" stroke-width="6"/>
     <circle cx="530" cy="470" r="42" fill="none" stroke="#a23b54" stroke-width="3"/>`,
    [640, 560],
  );
}

async function drawn(
  name: string,
  shapes: string,
  [width, height]: readonly [number, number],
): Promise<Paper> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${shapes}</svg>`;
  const buffer = await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}
