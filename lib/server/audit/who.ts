import type { DeviceActor, StaffActor } from '../auth/actor';
import type { AuditWho } from './audit-entry';

export const whoIsStaff = ({ userId, role, deviceId }: StaffActor): AuditWho => ({
  person: userId,
  role,
  deviceId,
});

/** A device by itself: nobody is signed in when it syncs. */
export const whoIsDevice = ({ deviceId }: DeviceActor): AuditWho => ({
  person: null,
  role: 'device',
  deviceId,
});
