/**
 * What a window tells the worker about opened vault keys. The worker has them in memory and nowhere else: a page that is
 * loaded anew finds them there. `ASK_KEY` is answered through the port that comes with it: the key, or null.
 */
export type KeyMessage =
  | { readonly type: 'HOLD_KEY'; readonly kid: string; readonly key: CryptoKey }
  | { readonly type: 'ASK_KEY'; readonly kid: string }
  | { readonly type: 'DROP_KEYS' };
