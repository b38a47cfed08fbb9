import { assert } from '../../shared/assert';
import type { Made } from './make-submission';
import type { TestClient } from './test-client';

/** Uploads one file of a filed submission in one piece, as the app does it in many. */
export async function sendFile(
  client: TestClient,
  { submission, boxes }: Made,
  fileId: string,
): Promise<void> {
  const header = submission.attachments.find(({ id }) => id === fileId);
  const box = boxes.get(fileId);
  assert(header && box, 'the submission announced this file');
  const metadata = Object.entries({
    submissionId: submission.id,
    attachmentId: fileId,
    sha256: header.sha256,
  })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const tus = { 'tus-resumable': '1.0.0' };
  const created = await client.send('POST', '/api/v1/attachments', {
    headers: { ...tus, 'upload-length': String(box.byteLength), 'upload-metadata': metadata },
  });
  const sent = await client.send('PATCH', created.headers.get('location') ?? '', {
    raw: box,
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  assert(sent.status === 204, `the file was taken, not ${sent.status}`);
}
