/** Which file of which submission an upload is for. */
export interface UploadKey {
  readonly submissionId: string;
  readonly attachmentId: string;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const SHAPE = new RegExp(`^(${UUID})_(${UUID})$`);

/** One upload per file, by name: a client that lost the address finds what it sent before, and two tabs share it. */
export const formatUploadId = ({ submissionId, attachmentId }: UploadKey): string =>
  `${submissionId}_${attachmentId}`;

export function parseUploadId(id: string): UploadKey | null {
  const match = SHAPE.exec(id);
  return match?.[1] && match[2] ? { submissionId: match[1], attachmentId: match[2] } : null;
}

/** Names an upload from tus's `Upload-Metadata`; null when a part is missing or is no UUID. */
export function readUploadMetadata(header: string | null): (UploadKey & { readonly sha256: string }) | null {
  const values = new Map(
    (header ?? '').split(',').map((pair) => {
      const [key = '', encoded = ''] = pair.trim().split(' ', 2);
      return [key, Buffer.from(encoded, 'base64').toString('utf8')] as const;
    }),
  );
  const key = parseUploadId(`${values.get('submissionId')}_${values.get('attachmentId')}`);
  return key && { ...key, sha256: values.get('sha256') ?? '' };
}
