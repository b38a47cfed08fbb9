import type { StaffRole } from '../policy/roles';

/** Who is asking, as the data layer sees it. Every function that reads or writes cases takes one. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly userId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly centreId: string | null;
  readonly agencies: readonly string[];
  /** Where the person's work ends; none of both = nowhere named (`policy/reach.ts`). */
  readonly upazilas: readonly string[];
  readonly districts: readonly string[];
  /** The enrolled device at which this person works, when the browser shows its cookie. */
  readonly deviceId: string | null;
}

export interface DeviceActor {
  readonly kind: 'device';
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly streamId: string;
  readonly centreId: string | null;
  readonly revoked: boolean;
  readonly lastSeenAt: Date;
}
