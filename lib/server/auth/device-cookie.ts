import { createHash, randomBytes } from 'node:crypto';

export const DEVICE_COOKIE = 'setu-device';

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
  const attributes = `Path=/api/v1; HttpOnly; SameSite=Strict; Max-Age=${LIFETIME_SECONDS}${secure ? '; Secure' : ''}`;
  return `${DEVICE_COOKIE}=${deviceId}.${secret}; ${attributes}`;
}

export function readDeviceCookie(request: Request): DeviceCredential | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2);
    const match = name === DEVICE_COOKIE ? SHAPE.exec(value) : null;
    if (match?.[1] && match[2]) return { deviceId: match[1], secret: match[2] };
  }
  return null;
}
