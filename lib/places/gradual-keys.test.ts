import { expect, test } from 'vitest';
import { createGradualKeys } from './gradual-keys';
import { keysOfPlaces } from './place-keys';
import { smallCountry } from './testing/small-country';

const village = smallCountry().places;
const places = Array.from({ length: 60 }, () => village).flat();

test('slice by slice, or half of it at once, the keys are the same', () => {
  const wanted = keysOfPlaces(places);
  const slow = createGradualKeys(places);
  let steps = 1;
  while (!slow.foldSome()) steps += 1;
  expect(steps).toBeGreaterThan(2);
  expect(slow.all()).toEqual(wanted);

  const hurried = createGradualKeys(places);
  hurried.foldSome();
  expect(hurried.all()).toEqual(wanted);
  expect(hurried.foldSome()).toBe(true);
  expect(createGradualKeys([]).foldSome()).toBe(true);
});
