import { TestClient } from './test-client';

/** A counter PC of the demo centre: signed in and enrolled. */
export async function atCentre(origin: string): Promise<TestClient> {
  const client = new TestClient(origin);
  await client.signIn('shiuli');
  await client.enrol('centre');
  return client;
}

/** A citizen's own phone. */
export async function onOwnPhone(origin: string): Promise<TestClient> {
  const client = new TestClient(origin);
  await client.enrol('personal');
  return client;
}

/** `officer` sees all flagship agencies, `registrar` only births and deaths. */
export async function atDesk(
  origin: string,
  username: 'officer' | 'registrar' | 'admin' = 'officer',
): Promise<TestClient> {
  const client = new TestClient(origin);
  await client.signIn(username);
  return client;
}
