import type { Result } from '../shared/result';
import type { DeviceState, EnrolProblem, Person, SignInInput, SignInProblem } from './api';
import { deviceStore } from './device-store';
import { useLiveStore } from './live-store';

/** Who uses this device and what it is called; known without a line. */
export function useDevice(): DeviceState {
  return useLiveStore(deviceStore);
}

// Loaded when somebody acts: most visits never do.
const actions = () => import('./device-actions');

/** Makes this phone a citizen's own device. Needs the line once. */
export async function enrolPersonal(name: string): Promise<Result<void, EnrolProblem>> {
  return (await actions()).enrolPersonal(name);
}

/** Makes this machine a device of the signed-in operator's centre. */
export async function enrolCentre(name: string): Promise<Result<void, EnrolProblem>> {
  return (await actions()).enrolCentre(name);
}

/** Signs a person in. The person is remembered on the device, so that the counter works without a line. */
export async function signIn(input: SignInInput): Promise<Result<Person, SignInProblem>> {
  return (await actions()).signIn(input);
}

/** Ends the session and forgets open keys. Drafts and the queue stay where they are. */
export async function signOut(): Promise<void> {
  return (await actions()).signOut();
}
