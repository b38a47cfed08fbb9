import { compactVerify } from 'jose/jws/compact/verify';
import { parseContract } from '../contract/parse-contract';
import { ticketClaimsSchema } from '../contract/relay-schema';
import type { TicketClaims } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { utf8Text } from './bytes';
import type { ReceiptKey } from './receipt';

/** `typ` of the JWS header: a receipt, signed with the same key, is no ticket. */
export const TICKET_TYPE = 'ticket+jwt';

/**
 * Claims of a ticket that is one: ES256 by a key of this server, of the right type and audience. It has no end: work
 * may lie on a pen-drive for as long as it must. A device that was revoked is found out by its row, not by its ticket.
 */
export async function verifyTicket(
  jws: string,
  keys: readonly ReceiptKey[],
): Promise<Result<TicketClaims, { readonly type: 'no-ticket' }>> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, ({ kid }) => keyFor(kid, keys), {
      algorithms: ['ES256'],
    });
    if (protectedHeader.typ !== TICKET_TYPE) return err({ type: 'no-ticket' });
    const claims = parseContract(ticketClaimsSchema, JSON.parse(utf8Text(payload)));
    return claims.ok ? ok(claims.value) : err({ type: 'no-ticket' });
  } catch {
    return err({ type: 'no-ticket' });
  }
}

function keyFor(kid: string | undefined, keys: readonly ReceiptKey[]): Promise<CryptoKey> {
  const key = keys.find((candidate) => candidate.kid === kid);
  if (!key) throw new Error('unknown key');
  const { kty, crv, x, y } = key.publicKey;
  return crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'verify',
  ]);
}
