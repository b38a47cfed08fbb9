import { type DeviceCredential, hashDeviceSecret } from './device-cookie';

export interface KnownDevices {
  has(credential: DeviceCredential): boolean;
  remember(credential: DeviceCredential): void;
  forget(credential: DeviceCredential): void;
}

/**
 * Credentials that were right not long ago, at most `most` of them, those that came last. No proof: whoever is in it is only let to the
 * door without a question to the database, and is looked up behind it. Holds hashes, never a secret.
 */
export function createKnownDevices(most: number): KnownDevices {
  const known = new Set<string>();
  const keyOf = ({ deviceId, secret }: DeviceCredential) => `${deviceId}.${hashDeviceSecret(secret)}`;

  function put(key: string): void {
    known.delete(key);
    known.add(key);
    const [oldest] = known;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  }

  return {
    has(credential) {
      const key = keyOf(credential);
      if (!known.has(key)) return false;
      put(key);
      return true;
    },
    remember: (credential) => put(keyOf(credential)),
    forget: (credential) => void known.delete(keyOf(credential)),
  };
}
