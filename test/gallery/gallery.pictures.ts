import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { signIn } from '../e2e/signed-in.js';
import { LANGUAGES, SCHEMES, SCREENS, SIZES } from './screens.js';

const FOLDER = fileURLToPath(new URL('../.results/gallery/', import.meta.url));

for (const { name, account, address, prepare, act, isWaiting } of SCREENS) {
  test(name, async ({ page }) => {
    test.slow();
    if (account !== null) await signIn(page, account);
    for (const language of LANGUAGES) {
      await page.addInitScript((chosen) => window.localStorage.setItem('rolvast-language', chosen), language);
      await prepare?.(page);
      for (const colorScheme of SCHEMES) {
        for (const { width, height } of SIZES) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height });
          await page.goto(address, isWaiting === true ? {} : { waitUntil: 'networkidle' });
          if (isWaiting !== true) await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await act?.(page);
          await page.screenshot({ path: `${FOLDER}${name}-${language}-${colorScheme}-${width}.png`, fullPage: isWaiting !== true });
        }
      }
    }
  });
}
