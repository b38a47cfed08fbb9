import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Violations on the screen, one line each: rule, element, why. */
export async function violationsOn(page: Page, screen: string): Promise<readonly string[]> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText(/^(আনা হচ্ছে…|Loading…)$/)).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // of what is right it would write down every element
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${screen}: ${id} ${node.target.join(' ')} ${node.failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}
