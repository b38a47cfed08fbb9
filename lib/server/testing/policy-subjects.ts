import type { StaffRole } from '../policy/roles';

/** Somebody who knocks: at which device, with whose ticket, signed in as whom. Object of the matrix is a case filed at the demo centre for the births agency. */
export interface Subject {
  readonly name: string;
  readonly device?: 'of-the-centre' | 'own-phone' | 'revoked';
  readonly ticket?: 'of-the-centre' | 'of-a-revoked';
  readonly person?: {
    readonly role: StaffRole;
    readonly centre?: 'this' | 'another';
    /** Whether the case is for one of his agencies; left out = he has none. */
    readonly agency?: 'this' | 'another';
    /** Whether the case was filed in his upazilas or districts; left out = none named. */
    readonly place?: 'this-upazila' | 'this-district' | 'another';
    readonly suspended?: true;
  };
}

/** Every role, near its object and away from it, and everybody without a role. */
export const SUBJECTS: readonly Subject[] = [
  { name: 'a stranger' },
  { name: 'a citizen with his phone', device: 'own-phone' },
  { name: 'a device of the centre by itself', device: 'of-the-centre' },
  { name: 'a revoked device', device: 'revoked' },
  { name: 'a carrier with a ticket', ticket: 'of-the-centre' },
  { name: 'a carrier with the ticket of a revoked device', ticket: 'of-a-revoked' },
  { name: 'an operator', device: 'of-the-centre', person: { role: 'operator', centre: 'this' } },
  { name: 'an operator at home', person: { role: 'operator', centre: 'this' } },
  {
    name: 'an operator of another centre',
    device: 'of-the-centre',
    person: { role: 'operator', centre: 'another' },
  },
  { name: 'an operator of no centre', device: 'of-the-centre', person: { role: 'operator' } },
  {
    name: 'a suspended operator',
    device: 'of-the-centre',
    person: { role: 'operator', centre: 'this', suspended: true },
  },
  { name: 'a centre owner', device: 'of-the-centre', person: { role: 'centre-owner', centre: 'this' } },
  {
    name: 'an owner of another centre',
    device: 'of-the-centre',
    person: { role: 'centre-owner', centre: 'another' },
  },
  { name: 'an officer', person: { role: 'officer', agency: 'this' } },
  { name: 'an officer of this upazila', person: { role: 'officer', agency: 'this', place: 'this-upazila' } },
  {
    name: 'an officer of this district',
    person: { role: 'officer', agency: 'this', place: 'this-district' },
  },
  { name: 'an officer of another place', person: { role: 'officer', agency: 'this', place: 'another' } },
  {
    name: 'an officer of another agency',
    person: { role: 'officer', agency: 'another', place: 'this-upazila' },
  },
  { name: 'an officer of no agency', person: { role: 'officer' } },
  { name: 'a suspended officer', person: { role: 'officer', agency: 'this', suspended: true } },
  { name: 'an officer at a counter', device: 'of-the-centre', person: { role: 'officer', agency: 'this' } },
  { name: 'a focal point', person: { role: 'focal-point', agency: 'this' } },
  { name: 'a trainer', person: { role: 'trainer' } },
  { name: 'a supervisor of this upazila', person: { role: 'supervisor', place: 'this-upazila' } },
  { name: 'a supervisor of this district', person: { role: 'supervisor', place: 'this-district' } },
  { name: 'a supervisor of another place', person: { role: 'supervisor', place: 'another' } },
  { name: 'a supervisor of no place', person: { role: 'supervisor' } },
  { name: 'an administrator', person: { role: 'administrator' } },
  { name: 'a suspended administrator', person: { role: 'administrator', suspended: true } },
];
