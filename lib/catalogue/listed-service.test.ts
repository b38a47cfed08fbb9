import { expect, test } from 'vitest';
import { listedService } from './listed-service';
import { loadCatalogue } from './load-catalogue';
import { createServiceSearch } from './search-catalogue';

const { services, agencies } = loadCatalogue();

test('a listed service says what the list shows, and carries no field of the form', () => {
  const birth = services.find(({ id }) => id === 'birth-registration');
  expect(birth && listedService(birth)).toMatchObject({
    id: 'birth-registration',
    name: birth?.name,
    fee: { kind: 'range', from: 0, to: 50 },
    time: birth?.processingTime.text,
  });
  expect(Object.keys(birth ? listedService(birth) : {})).not.toContain('fields');
});

test('what is listed is found as the whole definitions are', () => {
  const byList = createServiceSearch(services.map(listedService), agencies);
  const byDefinition = createServiceSearch(services, agencies);
  for (const query of ['জন্ম', 'porcha', 'passport fee', 'ভোটার', 'খাজনা', 'police'])
    expect(byList(query)).toEqual(byDefinition(query));
});
