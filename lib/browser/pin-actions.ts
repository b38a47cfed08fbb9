import { toAsciiDigits } from '../bangla/digits';
import { PIN_LENGTH, type PinFault, pinFault } from '../crypto/pin-rules';
import { changeVaultPin, type PinProblem, pinVaults, unlockVault } from '../local/pin-vault';
import { ownerOf } from '../local/record-store';
import type { PersonRecord } from '../local/rows';
import { setFirstPin } from '../local/set-pin';
import { err, ok, type Result } from '../shared/result';
import type { SaveProblem } from './api';
import { doorStore } from './door-store';
import { closeSessions } from './draft-sessions';
import { heldSealSessions } from './held-seal-sessions';
import { openRoom } from './open-room';
import { otherWindows } from './other-windows';
import { saveProblemOf } from './save-problem';
import { shareKey } from './shared-keys';
import { signedInAnew } from './signed-in-anew';
import { windowName } from './window-name';

export type { PinFault, PinProblem };
export { PIN_LENGTH };

export type ChoosePinProblem =
  | { readonly type: PinFault }
  /** A window of an older version would go on writing under the old key. */
  | { readonly type: 'other-windows' }
  | { readonly type: 'nobody' }
  | SaveProblem;

export type ChangePinProblem = PinProblem | { readonly type: PinFault } | SaveProblem;

/** A PIN as it is kept: digits of either alphabet are the same. */
const pinOf = (typed: string): string => toAsciiDigits(typed.trim());

/** Null when it may be a PIN. */
export const faultOf = (typed: string): PinFault | null => pinFault(pinOf(typed));

/** Whether both are one PIN, in whichever digits. */
export const isSamePin = (one: string, other: string): boolean => pinOf(one) === pinOf(other);

/** Puts the work of whoever uses this device behind a PIN. Works without a line. */
export async function choosePin(typed: string): Promise<Result<void, ChoosePinProblem>> {
  const fault = faultOf(typed);
  if (fault !== null) return err({ type: fault });
  if (await otherWindows(navigator.locks, windowName())) return err({ type: 'other-windows' });
  const room = await openRoom();
  try {
    const person = await room.records.person();
    if (person.kind !== 'operator') return err({ type: 'nobody' });
    const owner = ownerOf(person);
    await closeSessions();
    const key = await setFirstPin(room.gate, room.keys, {
      owner,
      person,
      pin: pinOf(typed),
      kid: room.newId(),
    });
    shareKey(key.kid, key.key);
    heldSealSessions.delete(room);
    signedInAnew.set(null);
    doorStore.set('open');
    return ok(undefined);
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/**
 * Opens the vault of `owner`, who is then the one who uses this device. A session on the server that somebody else has begun is
 * ended at the next contact.
 */
export async function unlock(owner: string, typed: string): Promise<Result<void, PinProblem | SaveProblem>> {
  const room = await openRoom();
  try {
    const opened = await unlockVault(room.gate, { owner, pin: pinOf(typed) }, room.now());
    if (!opened.ok) return opened;
    const person = (await pinVaults(room.gate)).find((row) => row.owner === owner)?.person;
    if (person === undefined) return err({ type: 'no-vault' });
    const { kid, key } = opened.value;
    room.keys.forget();
    heldSealSessions.delete(room);
    room.keys.hold(owner, opened.value);
    shareKey(kid, key);
    await closeSessions().catch(() => undefined);
    const owes = (await room.records.owesSignOut()) || isSomebodyElse(await room.records.person(), owner);
    await room.records.setPerson(person, owes);
    doorStore.set('open');
    return ok(undefined);
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/** Another PIN for whoever uses this device. */
export async function changePin(typed: string, next: string): Promise<Result<void, ChangePinProblem>> {
  const fault = faultOf(next);
  if (fault !== null) return err({ type: fault });
  const room = await openRoom();
  try {
    const owner = ownerOf(await room.records.person());
    return await changeVaultPin(room.gate, { owner, pin: pinOf(typed), newPin: pinOf(next) }, room.now());
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

const isSomebodyElse = (person: PersonRecord, owner: string): boolean =>
  (person.kind === 'operator' || person.kind === 'staff') && ownerOf(person) !== owner;
