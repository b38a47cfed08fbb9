import { describe, expect, test } from 'vitest';
import { latinKey } from './latin-key';

describe('latinKey', () => {
  test.each([
    ['bhata', 'vata'],
    ['jonmo nibondhon', 'Janma Nibandhan'],
    ['mrittu', 'mrityu'],
    ['Comilla', 'Komilla'],
    ['Jhalokati', 'Jhalakathi'],
    ["Cox's Bazar", 'Coxsbazar'],
    ['Ukhia', 'Ukhiya'],
    ['porcha', 'parcha'],
    ['zamin', 'jamin'],
  ])('%s and %s meet', (one, other) => {
    expect(latinKey(one)).toBe(latinKey(other));
  });

  test('different words stay apart', () => {
    expect(new Set(['passport', 'police', 'porcha', 'khajna', 'namjari'].map(latinKey)).size).toBe(5);
  });

  test('Bangla letters give an empty key', () => {
    expect(latinKey('জন্ম নিবন্ধন')).toBe('');
  });
});
