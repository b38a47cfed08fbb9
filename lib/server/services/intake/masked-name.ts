import { citizenName } from '../../../forms/citizen-name';
import type { Answers, ServiceDefinition } from '../../../forms/definition';
import { maskName } from '../../../forms/mask';

const LONGEST = 120;
// A cut in the middle of a pair leaves half of it, which the database refuses.
const HALF_PAIR = /\p{Surrogate}$/u;

/** What lists show of a citizen; empty when the form asks for no name. */
export function maskedNameOf(definition: ServiceDefinition, answers: Answers): string {
  const name = citizenName(definition, answers);
  return name === null ? '' : maskName(name).slice(0, LONGEST).replace(HALF_PAIR, '');
}
