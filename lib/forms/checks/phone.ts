import type { Check } from './check';

/** A Bangladesh mobile: 01[3-9] and eight digits, stored as +88…; 011 closed with Citycell in 2016. */
export const checkPhone: Check<string> = (_field, phone) => {
  if (/^\+8801[3-9]\d{8}$/.test(phone)) return [];
  if (!/^\+?\d+$/.test(phone)) return [{ code: 'digits-only' }];
  const local = phone.replace(/^(?:\+?88|0088)(?=01)/, '');
  if (local.length !== 11)
    return [{ code: 'phone-length', values: { count: local.replace('+', '').length } }];
  return [{ code: 'phone-prefix', values: { prefix: local.slice(0, 3) } }];
};
