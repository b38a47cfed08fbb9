import type { ItemProblem } from '../contract/wire';

/**
 * Why a call brought no answer of the protocol. `no-line`: nothing came back in time. `not-our-server`: something came
 * back that our server does not say (a portal's page, a redirect, a cut body). `problem`: our server, or something
 * before it, refused with a status.
 */
export type Trouble =
  | { readonly type: 'no-line' }
  | { readonly type: 'not-our-server' }
  /** 304: what is here already is what the server has. */
  | { readonly type: 'not-modified' }
  | {
      readonly type: 'problem';
      readonly status: number;
      /** null when the body was no problem document. */
      readonly problem: ItemProblem | null;
      readonly retryAfterMs: number | null;
    };
