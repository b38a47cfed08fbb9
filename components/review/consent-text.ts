/** Version of the words of the consent (`consent.*` in the namespace `review`). Raise it when the words change. */
export const CONSENT_TEXT_VERSION = '2026-11-22';
