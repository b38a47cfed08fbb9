import type { ServerKeys } from '../contract/wire';
import type { OneTimeSealKey, SealSession } from '../crypto/seal-session';
import type { WorkRoom } from './work-room';

/** The session that a window seals with now. */
export interface HeldSealSession {
  readonly owner: string;
  readonly seal: ServerKeys['seal'];
  readonly begunAt: number;
  readonly session: Promise<SealSession>;
  /** The next key, made ahead so that nobody waits for it. Whoever takes it clears it. */
  ready?: Promise<OneTimeSealKey | undefined> | undefined;
}

/** A window, as far as sealing goes: its clock, and itself as the key of what it holds. */
export type SealRoom = Pick<WorkRoom, 'now'>;

/** In memory only. Deleting the entry ends the session; the code that seals is not needed for it. */
export const heldSealSessions = new WeakMap<SealRoom, HeldSealSession>();
