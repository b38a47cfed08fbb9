import { useEffect } from 'react';
import { whenOfflineSettled } from '@/lib/pwa/pwa-state';

const FAMILY = 'Noto Sans Bengali';
/** The Bangla block, danda, taka sign and joiners; Latin letters stay with the system's face. */
const RANGE =
  'U+0951-0952, U+0964-0965, U+0980-09FE, U+1CD0, U+1CD2, U+1CD5-1CD6, U+1CD8, U+200C-200D, U+20B9, U+25CC';

/**
 * Fetches the Bangla face after everything else: not before the app opens off line, so that it never delays a first visit.
 * Skipped where data is being saved.
 */
export function useBanglaFont(): void {
  useEffect(() => {
    let left = false;
    if (!savesData()) void whenOfflineSettled().then(() => (left ? undefined : addFaces()));
    return () => {
      left = true;
    };
  }, []);
}

async function addFaces(): Promise<void> {
  const regular = new URL(
    '@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-400-normal.woff2',
    import.meta.url,
  );
  const bold = new URL(
    '@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-600-normal.woff2',
    import.meta.url,
  );
  const faces = [faceOf(regular, '400'), faceOf(bold, '600')];
  // Both or neither: half a family makes headings jump.
  const loaded = await Promise.all(faces.map((face) => face.load())).catch(() => []);
  for (const face of loaded) document.fonts.add(face);
}

const faceOf = (url: URL, weight: string) =>
  new FontFace(FAMILY, `url(${url.href}) format("woff2")`, { weight, display: 'swap', unicodeRange: RANGE });

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true
  );
}
