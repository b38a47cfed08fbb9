import { expect, test } from 'vitest';
import { pointOnSurface } from './signature-stroke';

test('a finger on a small screen draws at the same place of the surface', () => {
  const box = { left: 100, top: 50, width: 300, height: 100 };
  const surface = { width: 900, height: 300 };
  expect(pointOnSurface({ clientX: 250, clientY: 100 }, box, surface)).toEqual({ x: 450, y: 150 });
  expect(pointOnSurface({ clientX: 100, clientY: 50 }, box, surface)).toEqual({ x: 0, y: 0 });
});
