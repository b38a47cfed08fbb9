import type { Rule } from '../policy/policy-table';
import type { Reach, ReachByRole } from '../policy/reach';
import type { Subject } from './policy-subjects';

/** What the policy table means for somebody, worked out from its words alone: the matrix compares it with what the server does. */
export function verdictOf(rule: Rule, subject: Subject): 'allowed' | 401 | 403 | 404 {
  switch (rule.by) {
    case 'nobody-asked':
      return 'allowed';
    case 'session':
      return bySession(rule.reach, subject);
    case 'person-for-centre':
      return forTheCentre(rule.reach, subject, subject.person?.centre !== undefined);
    case 'ticket':
      return byTicket(subject);
    case 'device-or-ticket':
      if (subject.ticket) return rule.notWithTicket ? 403 : byTicket(subject);
      return byDevice(subject);
    case 'device': {
      const verdict = byDevice(subject);
      if (verdict !== 'allowed' || !rule.atCentre || subject.device === 'own-phone') return verdict;
      return forTheCentre(rule.atCentre, subject, subject.person?.centre === 'this');
    }
  }
}

function bySession(reach: ReachByRole, { person }: Subject): ReturnType<typeof verdictOf> {
  if (!person || person.suspended) return 401;
  const far = reach[person.role];
  if (far === undefined) return 403;
  return isWithin(far, person) ? 'allowed' : 404;
}

function isWithin(reach: Reach, { agency, place }: NonNullable<Subject['person']>): boolean {
  const inPlace = place === 'this-upazila' || place === 'this-district';
  if (reach === 'agency-and-place') return agency === 'this' && (place === undefined || inPlace);
  if (reach === 'place') return inPlace;
  return true;
}

function forTheCentre(
  reach: ReachByRole,
  { person }: Subject,
  isTheirs: boolean,
): ReturnType<typeof verdictOf> {
  if (!person || person.suspended) return 401;
  return reach[person.role] === 'centre' && isTheirs ? 'allowed' : 403;
}

function byDevice({ device }: Subject): ReturnType<typeof verdictOf> {
  if (!device) return 401;
  return device === 'revoked' ? 403 : 'allowed';
}

function byTicket({ ticket }: Subject): ReturnType<typeof verdictOf> {
  if (!ticket) return 401;
  return ticket === 'of-a-revoked' ? 403 : 'allowed';
}
