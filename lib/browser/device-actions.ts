import { err, type Result } from '../shared/result';
import type { EnrolProblem, Person, SignInInput, SignInProblem } from './api';

/** Makes this phone a citizen's own device. Needs the line once. */
export async function enrolPersonal(name: string): Promise<Result<void, EnrolProblem>> {
  void name;
  return err({ type: 'unavailable' });
}

/** Makes this machine a device of the signed-in operator's centre. */
export async function enrolCentre(name: string): Promise<Result<void, EnrolProblem>> {
  void name;
  return err({ type: 'unavailable' });
}

/** Signs a person in. The person is remembered on the device, so that the counter works without a line. */
export async function signIn(input: SignInInput): Promise<Result<Person, SignInProblem>> {
  void input;
  return err({ type: 'unavailable' });
}

/** Ends the session and forgets open keys. Drafts and the queue stay where they are. */
export async function signOut(): Promise<void> {}
