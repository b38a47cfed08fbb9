import type { StaffRole } from './roles';

/**
 * How far a role reaches. `self`: no object but oneself. `centre`: what is of the person's own centre. `agency-and-place`: applications to his agencies, filed at
 * centres of his upazilas or districts; with none of these named, filed anywhere. `place`: filed at centres of his upazilas or districts, and
 * nothing when none is named. `every`: all there is.
 */
export type Reach = 'self' | 'centre' | 'agency-and-place' | 'place' | 'every';

/** By role; a role that is not in it may not. */
export type ReachByRole = Readonly<Partial<Record<StaffRole, Reach>>>;

/** Applications, their decisions and their files. */
export const CASES: ReachByRole = { officer: 'agency-and-place', administrator: 'every' };

/** Who looked at an application: not for those whose looking it is about. */
export const CASE_AUDITS: ReachByRole = { supervisor: 'place', administrator: 'every' };

/** Enrolling a device of a centre, and deciding about what never arrived from one. */
export const OWN_CENTRE: ReachByRole = { operator: 'centre', 'centre-owner': 'centre' };

/** Who is signed in: for the roles that have something in the app to do. */
export const ONESELF: ReachByRole = {
  operator: 'self',
  'centre-owner': 'self',
  officer: 'self',
  administrator: 'self',
};
