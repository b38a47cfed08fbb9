/** Somebody asked for what lies behind a PIN. The screens see to it that nobody does: the lock comes first. */
export class VaultLockedError extends Error {
  override readonly name = 'VaultLockedError';
}
