import type { Me } from '../contract/wire';
import { ownerOf } from '../local/record-store';
import { fetchMe, postSignIn, postSignOut } from '../remote/http-auth';
import { err, ok, type Result } from '../shared/result';
import type { EnrolProblem, Person, SignInInput, SignInProblem } from './api';
import { refreshCatalogue } from './catalogue-refresh';
import { deviceStore } from './device-store';
import { doorStore } from './door-store';
import { closeSessions } from './draft-sessions';
import { enrolAgain, enrolIn } from './enrol-device';
import { heldSealSessions } from './held-seal-sessions';
import { sessionNeededStore } from './live-session';
import { openRoom } from './open-room';
import { signedInAnew } from './signed-in-anew';
import { askToPersist } from './storage-store';
import { syncNow } from './sync-now';
import type { WorkRoom } from './work-room';

/** Makes this phone a citizen's own device. Needs the line once. */
export async function enrolPersonal(name: string): Promise<Result<void, EnrolProblem>> {
  const enrolled = await enrol('personal', name);
  if (!enrolled.ok) return enrolled;
  const { records } = await openRoom();
  if ((await records.person()).kind === 'nobody') await records.setPerson({ kind: 'citizen' });
  return enrolled;
}

/** Makes this machine a device of the signed-in operator's centre. */
export async function enrolCentre(name: string): Promise<Result<void, EnrolProblem>> {
  return enrol('centre', name);
}

/** Signs a person in. The person is remembered on the device, so that the counter works without a line. */
export async function signIn(input: SignInInput): Promise<Result<Person, SignInProblem>> {
  const room = await openRoom();
  const opened = await postSignIn(room.line, input);
  if (!opened.ok) {
    const { problem } = opened;
    if (problem.type !== 'rate-limited') return err(problem);
    return err({ type: 'rate-limited', retryAfterSeconds: Math.ceil(problem.retryAfterMs / 1000) });
  }
  const me = await fetchMe(room.line);
  if (!me.ok) return err({ type: me.problem.type === 'no-line' ? 'no-line' : 'unavailable' });
  const person = personOf(me.value);
  if (person === null) return err({ type: 'unavailable' });
  await closeSessions();
  const before = await room.records.person().catch(() => person);
  if (ownerOf(before) !== ownerOf(person)) await takeKeysBack();
  forgetKeys(room);
  signedInAnew.set(ownerOf(person));
  // An officer can work without a store: the session itself is the server's.
  await room.records.setPerson(person).catch(() => deviceStore.set({ ...deviceStore.get(), person }));
  forgetKeys(room);
  await meetAgain(room, person);
  sessionNeededStore.set(false);
  void syncNow();
  return ok(person);
}

/** Ends the session and forgets open keys. Drafts and the queue stay where they are. */
export async function signOut(): Promise<void> {
  const room = await openRoom();
  await closeSessions();
  await takeKeysBack();
  forgetKeys(room);
  const device = await room.records.device().catch(() => null);
  const person: Person = device?.kind === 'personal' ? { kind: 'citizen' } : { kind: 'nobody' };
  // First on the device: whoever comes next must not see this person, whatever the line does.
  await room.records.setPerson(person, true).catch(() => deviceStore.set({ ...deviceStore.get(), person }));
  // What was being made ready meanwhile took the person for still here.
  forgetKeys(room);
  if (await postSignOut(room.line)) await room.records.setPerson(person).catch(() => undefined);
}

/** Nothing stays open for a person who has left: not in the worker, and not in another window. */
async function takeKeysBack(): Promise<void> {
  if (doorStore.get() !== 'open') return;
  const [{ tellWindows }, { dropKeys }] = await Promise.all([
    import('./lock-device'),
    import('./shared-keys'),
  ]);
  tellWindows('LOCK');
  await dropKeys();
}

/** What the person before has opened or begun in this window. */
function forgetKeys(room: WorkRoom): void {
  room.keys.forget();
  heldSealSessions.delete(room);
}

async function enrol(kind: 'centre' | 'personal', name: string): Promise<Result<void, EnrolProblem>> {
  const room = await openRoom();
  const enrolled = await enrolIn(room, kind, name);
  if (!enrolled.ok) return enrolled;
  sessionNeededStore.set(false);
  // What an application needs without a line later: the services and the key to seal to.
  await refreshCatalogue(room);
  void syncNow();
  void askToPersist();
  return ok(undefined);
}

/** A centre's counter that the server has forgotten becomes its device again as soon as one of its operators is there. */
async function meetAgain(room: WorkRoom, person: Person): Promise<void> {
  const device = await room.records.device().catch(() => null);
  if (person.kind === 'operator' && device?.centre?.id === person.centre.id) await enrolAgain(room, 'centre');
}

function personOf({ userId, name, role, centre, agencies = [] }: Me): Person | null {
  if (role !== 'operator') return { kind: 'staff', userId, name, role, agencies };
  return centre === undefined ? null : { kind: 'operator', userId, name, centre };
}
