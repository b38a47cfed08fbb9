import type { FeeRange } from '../contract/wire';
import type { ServiceDefinition } from '../forms/definition';
import { feeRange } from './fee-range';

/** What a list shows of a service and finds it by; a tenth of its definition. */
export interface ListedService
  extends Pick<ServiceDefinition, 'id' | 'name' | 'category' | 'agency' | 'keywords'> {
  readonly fee: FeeRange;
  readonly time: ServiceDefinition['processingTime']['text'];
}

export function listedService(definition: ServiceDefinition): ListedService {
  const { id, name, category, agency, keywords, fee, processingTime } = definition;
  return { id, name, category, agency, keywords, fee: feeRange(fee), time: processingTime.text };
}
