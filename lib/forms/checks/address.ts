import type { AddressAnswer } from '../definition';
import type { Finding } from '../field-error';
import { isAsked } from '../normalise-answer';
import { hasBrokenCharacters } from './broken-characters';
import type { Check } from './check';

const NAMED = ['division', 'district', 'upazila'] as const;
/** In a town there is no union: a ward, road or village (para, mohalla) takes its place. */
const NEARER = ['union', 'ward', 'village', 'road'] as const;
const MAX_PART = 200;

/** Complete down to the upazila, and something nearer where the field asks for it. Whether the places exist and lie in one another is not known here. */
export const checkAddress: Check<AddressAnswer> = (field, address) => {
  const missing = NAMED.filter((level) => isAsked(field, level) && !address[level]);
  const findings: Finding[] = missing.map((level) => ({ code: 'required', at: `/${level}` }));
  const nearer = NEARER.filter((level) => isAsked(field, level));
  if (missing.length === 0 && nearer.length > 0 && !nearer.some((level) => address[level]))
    findings.push({ code: 'address-too-vague' });
  for (const [key, part] of Object.entries(address)) {
    if (hasBrokenCharacters(part)) findings.push({ code: 'characters-not-allowed', at: `/${key}` });
    else if ([...part].length > MAX_PART)
      findings.push({ code: 'too-long', values: { max: MAX_PART }, at: `/${key}` });
  }
  if (address.ward && !/^[1-9]\d?$/.test(address.ward)) findings.push({ code: 'ward-invalid', at: '/ward' });
  if (address.postCode && !/^[1-9]\d{3}$/.test(address.postCode))
    findings.push({ code: 'post-code-invalid', at: '/postCode' });
  if (field.withPost && !address.postCode)
    findings.push({ code: 'post-code-missing', at: '/postCode', soft: true });
  return findings;
};
