import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { clippedText, foreignWords, rawKeys, unreachable } from './page-checks.ts';
import { dialogs, furnish, type Place, popups, screens, setLanguage } from './places.ts';

const usual = [1366, 768] as const;

/** Width and height of the window; 911×512 is 1366×768 at 150 %. */
const sizes = {
  screens: [[911, 512], [1024, 768], [1264, 700], usual, [1920, 1080]],
  over: [[911, 512], usual],
} as const;

const parts: Record<string, { places: readonly Place[]; sizes: readonly (readonly [number, number])[] }> = {
  'every screen': { places: screens, sizes: sizes.screens },
  'every dialog': { places: dialogs, sizes: sizes.over },
  'every menu': { places: popups, sizes: sizes.over },
};

// Each has a library of its own.
test.describe.configure({ mode: 'parallel' });

for (const [name, part] of Object.entries(parts)) {
  test(`${name} can be used by all, in both themes and at any size of window (zh)`, async ({ page, sampleLibrary }) => {
    test.setTimeout(600_000);
    await furnish(page, sampleLibrary);
    const faults = new Set<string>();
    await forEachPlace(page, part.places, async (place) => {
      for (const fault of await inBothThemes(page)) faults.add(`${place}: ${fault}`);
      await atSizes(page, part.sizes, async (size) => {
        for (const fault of await seen(page)) faults.add(`${size} ${place}: ${fault}`);
        for (const word of await foreignWords(page)) faults.add(`${place}: not Chinese: ${word}`);
      });
    });
    expect([...faults]).toEqual([]);
  });

  test(`${name} can be read whole at any size of window (en)`, async ({ page, sampleLibrary }) => {
    test.setTimeout(600_000);
    await furnish(page, sampleLibrary);
    await setLanguage(page, 'en');
    const faults = new Set<string>();
    await forEachPlace(page, part.places, (place) =>
      atSizes(page, part.sizes, async (size) => {
        for (const fault of await seen(page)) faults.add(`${size} ${place}: ${fault}`);
      }),
    );
    expect([...faults]).toEqual([]);
  });
}

async function forEachPlace(page: Page, places: readonly Place[], look: (name: string) => Promise<void>) {
  for (const { name, open, leave } of places)
    await test.step(name, async () => {
      await open(page);
      // Charts and lists have come when nothing is asked any more.
      await page.waitForLoadState('networkidle');
      await look(name);
      await leave?.(page);
    });
}

async function atSizes(
  page: Page,
  list: readonly (readonly [number, number])[],
  look: (size: string) => Promise<void>,
): Promise<void> {
  for (const [width, height] of list) {
    await page.setViewportSize({ width, height });
    // Layouts that are measured follow a frame later.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await look(`${width}×${height}`);
  }
  await page.setViewportSize({ width: usual[0], height: usual[1] });
}

async function seen(page: Page): Promise<string[]> {
  const keys = await rawKeys(page);
  return [...(await clippedText(page)), ...(await unreachable(page)), ...keys.map((key) => `raw key ${key}`)];
}

/** Serious and moderate faults; what colours have no part in is looked for in one theme only. */
async function inBothThemes(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // The other mode gathers its results in a page of its own: this one is then hidden and follows no change of theme.
    const builder = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options(
        colorScheme === 'light'
          ? { rules: { 'target-size': { enabled: true } } }
          : { runOnly: ['color-contrast', 'link-in-text-block'] },
      );
    const { violations } = await builder.analyze();
    for (const { id, impact, nodes } of violations)
      if (impact !== 'minor')
        faults.push(
          `${colorScheme} ${id} (${nodes.length}) ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any[0]?.message ?? ''}`,
        );
  }
  return faults;
}
