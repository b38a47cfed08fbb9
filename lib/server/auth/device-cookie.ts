import { createHash, randomBytes } from 'node:crypto';

export const DEVICE_COOKIE = 'setu-device';
/** Where the line is secure: a name that browsers take from this host alone, never from a neighbour under the same domain. */
export const HOST_DEVICE_COOKIE = `__Host-${DEVICE_COOKIE}`;

/** Browsers cut anything longer (RFC 6265bis). */
const LIFETIME_SECONDS = 400 * 24 * 60 * 60;
const SHAPE = /^([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

export interface DeviceCredential {
  readonly deviceId: string;
  readonly secret: string;
}

/** 256 bits, so a plain hash of it can lie in the database. */
export const newDeviceSecret = (): string => randomBytes(32).toString('base64url');

export const hashDeviceSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function deviceCookie({ deviceId, secret }: DeviceCredential, secure: boolean): string {
  const common = `HttpOnly; SameSite=Strict; Max-Age=${LIFETIME_SECONDS}`;
  const value = `${deviceId}.${secret}`;
  return secure
    ? `${HOST_DEVICE_COOKIE}=${value}; Path=/; Secure; ${common}`
    : `${DEVICE_COOKIE}=${value}; Path=/api/v1; ${common}`;
}

/**
 * The credential a browser shows. The plain name counts only where there is no other: devices that enrolled before the other name was used have it until
 * their next day.
 */
export function readDeviceCookie(request: Request): DeviceCredential | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  for (const wanted of [HOST_DEVICE_COOKIE, DEVICE_COOKIE]) {
    for (const [name, value = ''] of pairs) {
      const match = name === wanted ? SHAPE.exec(value) : null;
      if (match?.[1] && match[2]) return { deviceId: match[1], secret: match[2] };
    }
  }
  return null;
}
