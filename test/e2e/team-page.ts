import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

export const TITLE = /Hoe vaak is ‘Als machteloosheid niet herkend en erkend wordt’ opgemerkt\?/;
export const TEAM = 'Gezinshulp Duinstreek';
const trendSchema = z.object({
  data: z.object({
    measureTrend: z.object({
      periods: z.object({
        from: z.array(z.string()),
        through: z.array(z.string()),
        states: z.array(z.string()),
        reflections: z.array(z.number().nullable()),
        numerators: z.array(z.number().nullable()),
        denominators: z.array(z.number().nullable()),
        bands: z.array(z.object({ from: z.number(), through: z.number().nullable() }).nullable()),
      }),
      chart: z.object({ marks: z.array(z.string().nullable()) }),
    }),
  }),
});

export async function openLandingPage(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: TEAM })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  await expect(points(page).first()).toBeVisible();
}

export function points(page: Page) {
  return page.getByRole('group', { name: /^Grafiek per maand/ }).getByRole('img');
}

/** What the API says about the view, asked without the dashboard. */
export async function publishedTrend(page: Page) {
  const query = `{ measureTrend(organisation: "de-vuurtoren", team: "gezinshulp-duinstreek", measure: "PITFALL_POWERLESSNESS") {
    periods { from through states reflections numerators denominators bands { from through } } chart { marks } } }`;
  const response = await page.request.post('/graphql', { data: { query } });
  return trendSchema.parse(await response.json()).data.measureTrend;
}

export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}
