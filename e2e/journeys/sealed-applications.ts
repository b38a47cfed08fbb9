import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { makeTrackingCode } from '../../lib/contract/tracking-code';
import type { CatalogueResponse, ServerKeys, WireSubmission } from '../../lib/contract/wire';
import { encryptFile } from '../../lib/crypto/file-box';
import { sealSubmission } from '../../lib/crypto/seal-submission';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';

/** So many applications of one service, right by its form and sealed as a device seals them. Their files stay away. */
export async function sealedApplications(
  origin: string,
  { deviceCode, count }: { readonly deviceCode: string; readonly count: number },
): Promise<readonly WireSubmission[]> {
  const ask = async <T>(path: string): Promise<T> => (await fetch(origin + path)).json() as Promise<T>;
  const keys = await ask<ServerKeys>('/api/v1/server-keys');
  const { services, optionSets } = await ask<CatalogueResponse>('/api/v1/catalogue');
  const definition = services.find(({ id }) => id === 'nationality-character-certificate');
  if (!definition) throw new Error('the catalogue lacks the service');
  const sealed: WireSubmission[] = [];
  for (let nth = 1; nth <= count; nth += 1) {
    const id = randomUUID();
    const queuedAt = new Date(Date.now() - (count - nth) * 1_000).toISOString();
    const today = queuedAt.slice(0, 10);
    const { answers, attachments } = generateAnswers({
      definition,
      optionSets,
      chance: seededChance(nth),
      today,
    });
    const fileKeys: Record<string, string> = {};
    const headers = [];
    for (const { id: attachmentId, slot } of attachments) {
      const { box, key, sha256 } = await encryptFile(new Uint8Array([nth]), {
        submissionId: id,
        attachmentId,
      });
      fileKeys[attachmentId] = key;
      headers.push({
        id: attachmentId,
        slot,
        sha256,
        bytes: box.byteLength,
        mediaType: 'image/jpeg' as const,
      });
    }
    sealed.push(
      await sealSubmission({
        header: {
          id,
          trackingCode: makeTrackingCode(deviceCode, nth),
          serviceId: definition.id,
          serviceVersion: definition.version,
          queuedAt,
          attachments: headers,
        },
        plaintext: {
          v: 1,
          lang: 'bn',
          check: '042917',
          answers,
          consent: { textVersion: '2026-1', lang: 'bn', given: 'tick', forWhom: 'self', at: queuedAt },
          fee: { governmentBdt: 0, chargeBdt: 50, taken: true },
          author: { kind: 'operator', name: 'শিউলি বেগম' },
          fileKeys,
        },
        key: keys.seal,
      }),
    );
  }
  return sealed;
}

/** Lays them into the queue of the device, as handing in does. */
export async function layIntoQueue(page: Page, submissions: readonly WireSubmission[]): Promise<void> {
  await page.evaluate(async (all) => {
    const open = indexedDB.open('setu-work');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const write = db.transaction('outbox', 'readwrite');
    for (const submission of all)
      write.objectStore('outbox').add({
        v: 1,
        id: submission.id,
        submission,
        queuedAt: Date.parse(submission.queuedAt),
        attempts: 0,
        state: 'queued',
      });
    await new Promise<void>((resolve, reject) => {
      write.oncomplete = () => resolve();
      write.onerror = () => reject(write.error);
    });
    db.close();
  }, submissions);
}
