'use client';

import type { Field, Option } from '@/lib/forms/definition';
import { optionsOf } from '@/lib/forms/options';
import { useFormDesk } from './form-context';

export function useOptions(field: Field): readonly Option[] {
  return optionsOf(field, useFormDesk().store.optionSets);
}
