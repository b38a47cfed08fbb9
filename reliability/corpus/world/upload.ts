import type { AttachmentHeader } from '@/lib/contract/wire';
import { assert } from '@/lib/shared/assert';
import type { Application } from './application';
import type { Answer } from './http';
import type { Person } from './person';
import type { World } from './world';

export const TUS = { 'tus-resumable': '1.0.0' };
export const PIECE = { ...TUS, 'content-type': 'application/offset+octet-stream' };

/** The first file an application announces. */
export function fileOf({ submission }: Application): AttachmentHeader {
  const file = submission.attachments[0];
  assert(file, 'the form asks for a file');
  return file;
}

export const pathOf = (made: Application): string =>
  `/api/v1/attachments/${made.submission.id}_${fileOf(made).id}`;

/** The headers that begin the upload of it; `bend` changes a value of the metadata, or the length. */
export function announce(
  made: Application,
  bend: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const file = fileOf(made);
  const { length = String(file.bytes), ...changed } = bend;
  const values = { submissionId: made.submission.id, attachmentId: file.id, sha256: file.sha256, ...changed };
  const metadata = Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  return { ...TUS, 'upload-length': length, 'upload-metadata': metadata };
}

export const createUpload = (world: World, person: Person, made: Application): Promise<Answer> =>
  world.ask(person, { method: 'POST', path: '/api/v1/attachments', headers: announce(made) });

export const sendPiece = (
  world: World,
  person: Person,
  made: Application,
  body: Uint8Array = made.box,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  world.ask(person, {
    method: 'PATCH',
    path: pathOf(made),
    headers: { ...PIECE, 'upload-offset': '0', ...headers },
    body,
  });

/** Files an application and uploads its first file; resolves with the answer to the last piece. */
export async function uploadFile(world: World, made: Application): Promise<Answer> {
  const created = await createUpload(world, world.centre, made);
  return created.status === 201 ? sendPiece(world, world.centre, made) : created;
}
