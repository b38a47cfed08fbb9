import { expect, test, vi } from 'vitest';

const fresh = async () => {
  vi.resetModules();
  const { learnSome, primedModel } = await import('./primed-model');
  return { learnSome, primedModel };
};
const symbolAfter = async (prepare: (learnSome: () => boolean) => void) => {
  const { learnSome, primedModel } = await fresh();
  const { BitCoder } = await import('./bit-coder');
  const { codeSymbols, TEXT_KIND } = await import('./text-coding');
  prepare(learnSome);
  const coder = new BitCoder('write', 10_000);
  codeSymbols(
    { coder, model: primedModel() },
    TEXT_KIND.nameEn,
    [...'sumaiya'].map((one) => one.charCodeAt(0)),
  );
  return [...coder.finish()];
};

test('learns the same in slices as at once', async () => {
  const atOnce = await symbolAfter(() => {});
  let slices = 1;
  const inSlices = await symbolAfter((learnSome) => {
    while (!learnSome()) slices += 1;
  });
  const begun = await symbolAfter((learnSome) => learnSome());

  expect(slices).toBeGreaterThan(5);
  expect(inSlices).toEqual(atOnce);
  expect(begun).toEqual(atOnce);
  expect(atOnce.length).toBeLessThan(7);
});
