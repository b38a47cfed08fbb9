import type { Check } from './check';

const EMAIL = /^[^\s@"(),:;<>[\]\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;

/** An address mail could be sent to: one @, a domain with a dot, at most 254 characters (RFC 5321). Whether it exists is not asked. */
export const checkEmail: Check<string> = (_field, email) =>
  email.length <= 254 && EMAIL.test(email) && !email.includes('..') ? [] : [{ code: 'email-invalid' }];
