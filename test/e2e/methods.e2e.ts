import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { test } from './signed-in.js';

const TEAM = '/de-vuurtoren/gezinshulp-duinstreek/pitfall-powerlessness?months=24';
const wording = z.object({ nl: z.string(), en: z.string() });
const catalogueSchema = z.object({
  data: z.object({
    measures: z.array(z.object({ code: z.string(), name: wording, definition: wording, caution: wording, nRule: wording, hasTrend: z.boolean(), unit: z.object({ name: wording }) })),
    breakdowns: z.array(z.object({ name: wording })),
    publicationExplained: z.object({ sections: z.array(z.object({ title: wording })) }),
  }),
});

/** What the API says of the catalogue, asked without the dashboard. */
async function catalogue(page: Page) {
  const texts = '{ nl en }';
  const query = `{ measures { code name ${texts} definition ${texts} caution ${texts} nRule ${texts} hasTrend unit { name ${texts} } } breakdowns { name ${texts} } publicationExplained(organisation: "de-vuurtoren") { sections { title ${texts} } } }`;
  return catalogueSchema.parse(await (await page.request.post('/graphql', { data: { query } })).json()).data;
}

async function openMethods(page: Page): Promise<void> {
  await page.goto('/methods');
  await expect(page.getByRole('heading', { level: 1, name: 'Hoe elk cijfer wordt gemaakt' })).toBeVisible();
}

async function speakEnglish(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'EN English' }).focus();
  await page.keyboard.press('Space');
}

test('offers in the picker exactly the measures that the API has a trend of', async ({ page }) => {
  await page.goto(TEAM);
  const { measures } = await catalogue(page);
  const picker = page.getByRole('combobox', { name: 'Cijfer' });
  await expect(picker).toBeVisible({ timeout: 15_000 });
  expect(await picker.getByRole('option').allTextContents()).toEqual(measures.filter(({ hasTrend }) => hasTrend).map(({ name }) => name.nl));
});

test('says in a card what counts, in what, how to read it, from when on and what helps', async ({ page }) => {
  await page.goto(TEAM);
  const { measures } = await catalogue(page);
  const measure = measures.find(({ code }) => code === 'PITFALL_POWERLESSNESS');
  await page.getByRole('button', { name: 'Wat betekent ‘Als machteloosheid niet herkend en erkend wordt’?' }).last().click();
  const card = page.getByRole('dialog');
  for (const text of [measure?.definition.nl, measure?.unit.name.nl, measure?.caution.nl, measure?.nRule.nl]) await expect(card).toContainText(text ?? 'no text');
  await expect(card.getByText('Wat helpt', { exact: true })).toBeVisible();
});

test('leads from the card to the same measure on the methods page, by keyboard', async ({ page }) => {
  await page.goto(TEAM);
  await page.getByRole('button', { name: 'Wat betekent ‘Als machteloosheid niet herkend en erkend wordt’?' }).last().click();
  await page.getByRole('link', { name: 'Hoe dit cijfer wordt gemaakt' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/methods#pitfall-powerlessness$/);
  const heading = page.getByRole('heading', { level: 3, name: 'Als machteloosheid niet herkend en erkend wordt', exact: true });
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
});

test('has a section for every measure, every breakdown and every part of how figures are published, in both languages', async ({ page }) => {
  await openMethods(page);
  const { measures, breakdowns, publicationExplained } = await catalogue(page);
  const expected = [...[...measures, ...breakdowns].map(({ name }) => name), ...publicationExplained.sections.map(({ title }) => title)];
  const headings = page.getByRole('heading', { level: 3 });
  await expect(headings).toHaveText(expected.map(({ nl }) => nl));
  await speakEnglish(page);
  await expect(page.getByRole('heading', { level: 1, name: 'How each figure is made' })).toBeVisible();
  await expect(headings).toHaveText(expected.map(({ en }) => en));
});

test('is reached from the foot of every page, and its contents lead to a section', async ({ page }) => {
  await page.goto(TEAM);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Hoe elk cijfer wordt gemaakt' }).click();
  await page.getByRole('navigation', { name: 'Op deze pagina' }).getByRole('link', { name: 'Volledigheid' }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Volledigheid' })).toBeInViewport();
});

test('shows no code and no empty part', async ({ page }) => {
  await openMethods(page);
  expect(await page.locator('body').innerText()).not.toMatch(/[A-Z]{3,}_[A-Z]+|\p{L}_\p{L}|undefined|null|NaN/u);
  expect(await page.getByRole('definition').filter({ hasText: /^\s*$/ }).count()).toBe(0);
});

test('prints every section and none of the ways to go elsewhere', async ({ page }) => {
  await openMethods(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 3 }).last()).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
});

for (const [scheme, width, height] of [['light', 1366, 768], ['dark', 1366, 768], ['light', 360, 740], ['dark', 2560, 1440]] as const) {
  test(`has no accessibility fault and nothing that scrolls sideways, ${scheme} at ${width}`, async ({ page }) => {
    // A page this long takes the accessibility rules a while on a busy machine.
    test.slow();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await openMethods(page);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
