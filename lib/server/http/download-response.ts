import type { StoredBytes } from '../services/attachments/read-stored-file';

/** A stored file that no browser runs: a download, of a type nobody guesses, in a sandbox (ASVS 5.4.1–2). */
export function downloadResponse({ bytes }: StoredBytes, name: string): Response {
  return new Response(bytes, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** A file name made of the id: what the citizen called the file is not known here. */
export const fileName = (id: string, mediaType: string): string => `${id}.${ENDINGS[mediaType] ?? 'bin'}`;
