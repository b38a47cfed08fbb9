import { createDecipheriv, createECDH, createHmac, KeyObject } from 'node:crypto';
import type { WireSubmission } from '../../contract/wire';
import type { Bytes } from '../../crypto/bytes';
import { canonicalHeader } from '../../crypto/canonical-header';
import { FOR_KEY, FOR_NEXT, ONE_TIME_IV } from '../../crypto/seal-chain';
import type { Unseal } from '../../crypto/unseal';
import { assert } from '../../shared/assert';
import { createSealContext, type SealContext } from './seal-context';

/** Sessions remembered: the busy ones of some hundred devices. Each holds at most 2 KB. */
const SESSIONS = 1024;
const TAG_BYTES = 16;

/** The one-time keys of a session as far as they were asked for, and the link behind them. */
interface OpenSession {
  readonly keys: Buffer[];
  link: Uint8Array;
}

/**
 * Opens seals as `unsealWith` does, and remembers the sessions it met last, so that the public-key work is done once
 * for up to 64 submissions. What it remembers stays in the memory of this process.
 */
export function createFastUnseal(privateKey: CryptoKey): Unseal {
  const context = contextOf(privateKey);
  const sessions = new Map<string, OpenSession | undefined>();

  function sessionOf(enc: string): OpenSession | undefined {
    const known = sessions.has(enc) ? sessions.get(enc) : openSession(context, enc);
    // The last used one goes to the end; the one nobody used for longest is the first to go.
    sessions.delete(enc);
    sessions.set(enc, known);
    const [oldest] = sessions.keys();
    if (sessions.size > SESSIONS && oldest !== undefined) sessions.delete(oldest);
    return known;
  }

  return async (submission) => {
    const { n, enc } = submission.sealed;
    if (n === undefined) return openSingleShot(context, submission);
    const session = sessionOf(enc);
    return session && open(submission, keyAt(session, n), ONE_TIME_IV);
  };
}

function contextOf(privateKey: CryptoKey): SealContext {
  const { d = '' } = KeyObject.from(privateKey).export({ format: 'jwk' });
  const own = createECDH('prime256v1');
  own.setPrivateKey(Buffer.from(d, 'base64url'));
  return createSealContext(own);
}

function openSingleShot(context: SealContext, submission: WireSubmission): Bytes | undefined {
  try {
    const { key, iv } = context.singleShot(submission.sealed.enc);
    return open(submission, key, iv);
  } catch {
    return undefined;
  }
}

function openSession(context: SealContext, enc: string): OpenSession | undefined {
  try {
    return { keys: [], link: context.firstLink(enc) };
  } catch {
    return undefined;
  }
}

function keyAt(session: OpenSession, n: number): Buffer {
  const { keys } = session;
  while (keys.length <= n) {
    keys.push(createHmac('sha256', session.link).update(FOR_KEY).digest());
    session.link = createHmac('sha256', session.link).update(FOR_NEXT).digest();
  }
  const key = keys[n];
  assert(key, 'the chain was turned as far as this number');
  return key;
}

function open(submission: WireSubmission, key: Buffer, iv: Uint8Array): Bytes | undefined {
  const sealed = Buffer.from(submission.sealed.ct, 'base64url');
  if (sealed.length < TAG_BYTES) return undefined;
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(canonicalHeader(submission));
    cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = cipher.update(sealed.subarray(0, -TAG_BYTES));
    cipher.final();
    return new Uint8Array(plain);
  } catch {
    return undefined;
  }
}
