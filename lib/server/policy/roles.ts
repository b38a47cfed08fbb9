/**
 * People with a session. A centre owner is an operator who also runs the centre; a focal point speaks for one agency; a trainer sees no
 * applications; a supervisor looks after the centres of upazilas or districts.
 */
export const STAFF_ROLES = [
  'operator',
  'centre-owner',
  'officer',
  'focal-point',
  'trainer',
  'supervisor',
  'administrator',
] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];
