import { expect, test } from 'vitest';
import type { ServiceDefinition } from '../forms/definition';
import { inCounterOrder } from './counter-order';

const service = (id: string, category: string) => ({ id, category }) as ServiceDefinition;

test('what people come for most stands first, the unknown last by category', () => {
  const services = [
    service('new-a2i', 'a2i'),
    service('new-land', 'land'),
    service('trade-licence', 'union-parishad'),
    service('birth-registration', 'civil-registration'),
    service('new-odd', 'no-such-category'),
  ];
  expect(inCounterOrder(services).map(({ id }) => id)).toEqual([
    'birth-registration',
    'trade-licence',
    'new-land',
    'new-a2i',
    'new-odd',
  ]);
  expect(services[0]?.id).toBe('new-a2i');
});
