import { expect, test } from 'vitest';
import { PAPERS } from './exam';
import { sectionFinder } from './section-of';
import { testField, testService } from './testing-form';

test('every pointer lies in one section', () => {
  const sectionOf = sectionFinder(
    testService([
      testField({ id: 'home', type: 'address', section: 'person' }),
      testField({ id: 'dag', type: 'text', section: 'land', repeat: true }),
    ]),
  );
  expect(sectionOf('/home/district')).toBe('person');
  expect(sectionOf('/rows:land/3/dag')).toBe('land');
  expect(sectionOf('/rows:land')).toBe('land');
  expect(sectionOf('/doc:nid')).toBe(PAPERS);
  expect(sectionOf('/gone')).toBeNull();
});
