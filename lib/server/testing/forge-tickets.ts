import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (text: string) =>
  JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;

/** Twelve tickets that look like `ticket` and were never signed by the server; `other` is a real signed text of the server that is no ticket. */
export function forgeTickets(ticket: string, other: string): readonly (readonly [string, string])[] {
  const [head = '', body = '', signature = ''] = ticket.split('.');
  const header = read(head);
  const claims = read(body);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = (h: unknown, c: unknown) => {
    const text = `${part(h)}.${part(c)}`;
    const bytes = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${text}.${bytes.toString('base64url')}`;
  };
  const none = part({ ...header, alg: 'none' });
  const hmacHead = part({ ...header, alg: 'HS256' });
  const hmac = createHmac('sha256', String(header.kid)).update(`${hmacHead}.${body}`).digest('base64url');
  const flipped = `${signature.slice(0, -2)}${signature.at(-2) === 'A' ? 'B' : 'A'}${signature.at(-1)}`;
  return [
    ['no signature, alg none', `${none}.${body}.`],
    ['alg none, the old signature', `${none}.${body}.${signature}`],
    ['HMAC with what everybody knows', `${hmacHead}.${body}.${hmac}`],
    ['signed by another key under our kid', signed(header, claims)],
    ['signed by another key under its own kid', signed({ ...header, kid: 'mine' }, claims)],
    ['a key of its own in the header', signed({ ...header, jwk: { kty: 'EC', crv: 'P-256' } }, claims)],
    [
      'another device, the old signature',
      `${head}.${part({ ...claims, device: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10' })}.${signature}`,
    ],
    ['for another audience', signed(header, { ...claims, aud: 'somebody-else' })],
    ['of another type', signed({ ...header, typ: 'receipt+jwt' }, claims)],
    ['a receipt of ours in its place', other],
    ['one bit of the signature', `${head}.${body}.${flipped}`],
    ['the signature cut', `${head}.${body}.${signature.slice(0, -4)}`],
  ];
}
