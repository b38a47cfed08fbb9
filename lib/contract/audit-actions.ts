/** What can stand in the audit trail. A read is named after what was seen, a change after what is true since. */
export const AUDIT_ACTIONS = [
  'submissions.received',
  'submissions.superseded',
  'submissions.refused',
  'file.stored',
  'file.refused',
  'case.decided',
  'cases.listed',
  'case.read',
  'case.audit-read',
  'case.tracked',
  'file.read',
  'never-arrived.settled',
  'device.enrolled',
  'person.added',
  'centre.added',
  'catalogue.published',
  'signed-in',
  'sign-in.refused',
  'signed-out',
  'password.changed',
  'sessions.ended',
  'epoch.began',
  'denied',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
