import { CompactSign } from 'jose/jws/compact/sign';
import type { TicketClaims } from '../contract/wire';
import { utf8 } from './bytes';
import { TICKET_TYPE } from './ticket';

/** A ticket with which anybody may hand in sealed work on behalf of the device it names, and do nothing else. */
export function signTicket(
  { aud, device, at }: TicketClaims,
  key: { readonly kid: string; readonly privateKey: CryptoKey },
): Promise<string> {
  return new CompactSign(utf8(JSON.stringify({ aud, device, at })))
    .setProtectedHeader({ alg: 'ES256', typ: TICKET_TYPE, kid: key.kid })
    .sign(key.privateKey);
}
