import type { AuditAction } from '../../contract/audit-actions';

/** Who is behind an entry. `role` is one of staff's, or `device`, `citizen` (holds a slip), `nobody`, `system` (a command). */
export interface AuditWho {
  readonly person: string | null;
  readonly role: string;
  readonly deviceId: string | null;
}

export interface AuditEntry extends AuditWho {
  readonly action: AuditAction;
  readonly outcome?: 'done' | 'refused';
  /** Ids of the cases it is about. */
  readonly cases?: readonly string[];
  /** When the device says each of `cases` was made. */
  readonly claimedAt?: readonly Date[];
  /** The numbers that the change was given in its stream. */
  readonly numbers?: { readonly streamId: string; readonly first: number; readonly last: number };
  /** Nothing personal: ids, counts and codes. */
  readonly detail?: Readonly<Record<string, string | number | readonly string[] | null>>;
}

export const SYSTEM: AuditWho = { person: null, role: 'system', deviceId: null };
