import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { signIn, test } from './signed-in.js';

const COMPARE = '/de-vuurtoren/compare';
const GAP = `${COMPARE}?measure=pitfall-influence-gap`;
const OWN = ['Gezinshulp Duinstreek', 'Jongeren Havenstad'];
const OTHERS = ['Crisisteam Havenstad', 'Gezinshulp Havenstad', 'Gezinshulp Polderland', 'Jongeren Polderland', 'Thuisbegeleiding Duinstreek + Nazorg Duinstreek'];
const ALL = [...OWN, ...OTHERS].toSorted((one, other) => one.localeCompare(other, 'nl'));
const comparisonSchema = z.object({
  data: z.object({ comparison: z.object({ units: z.object({ names: z.array(z.string()), numerators: z.array(z.number().nullable()), denominators: z.array(z.number().nullable()), positions: z.array(z.string().nullable()) }) }) }),
});

function funnel(page: Page) {
  return page.getByRole('group', { name: /^(Trechter|Funnel):/ });
}

function figures(page: Page) {
  return page.getByRole('table', { name: /^(Cijfers per team, op naam|Figures by team)/ });
}

function map(page: Page) {
  return page.getByRole('table', { name: /^(Teams op naam en de tien valkuilen|Teams by name and the ten pitfalls)/ });
}

async function open(page: Page, address = COMPARE): Promise<void> {
  await page.goto(address);
  await expect(figures(page)).toBeVisible({ timeout: 15_000 });
  await expect(map(page)).toBeVisible({ timeout: 15_000 });
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test.describe('a team manager', () => {
  test('finds her own teams in the funnel by name, in words and in the table, and no other team anywhere', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Vergelijken' }).click();
    await expect(figures(page)).toBeVisible({ timeout: 15_000 });
    await expect(figures(page).getByRole('rowheader')).toHaveText(OWN);
    await expect(map(page).getByRole('rowheader')).toHaveText(OWN);
    for (const name of OWN) await expect(funnel(page).getByText(name, { exact: true })).toBeVisible();
    await expect(funnel(page).getByRole('img')).toHaveCount(2);
    await expect(page.getByText('Je ziet alleen je eigen teams.')).toBeVisible();
    const said = `${await page.getByRole('main').innerText()} ${await page.content()}`;
    for (const name of OTHERS) expect(said).not.toContain(name);
  });

  test('is given nothing of another team by the API, also for another region', async ({ page }) => {
    await open(page);
    // One question a request: of two that are refused together only the first to be so is named.
    const ask = async (question: string) => (await page.request.post('/graphql', { data: { query: `{ ${question} { units { names codes } } }` } })).text();
    const others = ['Crisisteam', 'crisisteam', 'Polderland', 'polderland', 'Thuisbegeleiding'];
    const questions = [(place: string) => `comparison(organisation: "${place}, measure: "PITFALL_ANY")`, (place: string) => `pitfallMap(organisation: "${place})`];
    for (const question of questions) {
      const own = await ask(question('de-vuurtoren"'));
      expect(own).toContain('Jongeren Havenstad');
      for (const name of others) expect(own).not.toContain(name);
      expect(await ask(question('de-vuurtoren", region: "polderland"'))).toBe(await ask(question('de-vuurtoren", region: "nowhere"')));
      expect(await ask(question('elsewhere"'))).toContain('NOT_FOUND');
    }
  });

  test('is told that an address with a region that is not hers names none', async ({ page }) => {
    await page.goto(`${COMPARE}?region=polderland`);
    await expect(page.getByRole('heading', { name: 'Deze regio kennen we niet' })).toBeVisible({ timeout: 15_000 });
  });
});

test.describe('quality staff', () => {
  test.use({ account: 'demo-quality-staff' });

  test('see every team by name, with the figures that the API gives, and those outside the lines named', async ({ page }) => {
    await open(page, GAP);
    await expect(figures(page).getByRole('rowheader')).toHaveText(ALL);
    const answer = await page.request.post('/graphql', { data: { query: '{ comparison(organisation: "de-vuurtoren", measure: "PITFALL_INFLUENCE_GAP") { units { names numerators denominators positions } } }' } });
    const { units } = comparisonSchema.parse(await answer.json()).data.comparison;
    expect(units.names).toEqual(ALL);
    for (const [index, name] of units.names.entries()) {
      const cells = figures(page).getByRole('row').filter({ hasText: name }).getByRole('cell');
      await expect(cells.nth(1)).toHaveText(String(units.denominators[index]));
      await expect(cells.nth(0)).toHaveText(units.numerators[index] === 0 ? '0–2' : String(units.numerators[index]));
      const isOutside = units.positions[index] !== 'INSIDE';
      await expect(funnel(page).getByText(name, { exact: true })).toHaveCount(isOutside ? 1 : 0);
    }
    expect(units.positions.filter((position) => position !== 'INSIDE')).toHaveLength(1);
    await expect(page.getByText(/^Buiten de lijnen bij/)).toContainText('Gezinshulp Polderland (teams vergeleken: 7)');
  });

  test('choose measure, region, quarter and what is allowed for, and the address holds it all', async ({ page }) => {
    await open(page);
    await page.getByRole('combobox', { name: 'Cijfer' }).selectOption({ label: 'De coalitie' });
    await page.getByRole('combobox', { name: 'Regio' }).selectOption({ label: 'Havenstad' });
    await expect(figures(page).getByRole('rowheader')).toHaveText(['Crisisteam Havenstad', 'Gezinshulp Havenstad', 'Jongeren Havenstad']);
    await page.getByRole('combobox', { name: 'Rekening houden met' }).selectOption({ label: 'Juridisch kader' });
    await expect(figures(page).getByRole('columnheader', { name: 'Tegen verwacht (juridisch kader)' })).toBeVisible();
    const quarters = page.getByRole('combobox', { name: 'Kwartaal' });
    await quarters.selectOption({ index: 1 });
    await expect(page).toHaveURL(/\/compare\?quarter=\d{4}-Q[1-4]&measure=pitfall-coalition&region=havenstad&allowing=legal-frame$/);
    const drawn = async () => {
      await expect(figures(page)).toBeVisible({ timeout: 15_000 });
      await expect(map(page)).toBeVisible({ timeout: 15_000 });
      await expect(funnel(page).getByRole('img')).toHaveCount(3);
      return page.getByRole('main').innerText();
    };
    const shown = await drawn();
    await page.reload();
    expect(await drawn()).toBe(shown);
  });

  test('go from a cell of the map to the course of that pitfall in that team', async ({ page }) => {
    await open(page);
    await map(page).getByRole('link', { name: /Open De coalitie van Jongeren Polderland/ }).click();
    await expect(page).toHaveURL(/\/de-vuurtoren\/jongeren-polderland\/pitfall-coalition/);
  });
});

test.describe('a director', () => {
  test.use({ account: 'demo-director' });

  test('walks along the teams with the arrow keys, and hears each with its n and its place', async ({ page }) => {
    await open(page, GAP);
    const marks = funnel(page).getByRole('img');
    await expect(marks).toHaveCount(7);
    await marks.last().focus();
    await page.keyboard.press('Home');
    await expect(marks.first()).toBeFocused();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
    await expect(marks.last()).toBeFocused();
    await expect(marks.last()).toHaveAccessibleName(/^Gezinshulp Havenstad: \d+ van \d+ reflecties \(\d+ %\), binnen de lijnen/);
    const heard = await marks.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
    expect(heard.find((words) => words.startsWith('Gezinshulp Polderland'))).toMatch(/van \d+ reflecties, onder de (binnenste|buitenste) lijn/);
  });

  test('reads it in English, without a code anywhere', async ({ page }) => {
    await open(page, GAP);
    await page.getByRole('radio', { name: 'EN English' }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('heading', { level: 1, name: 'Compare teams' })).toBeVisible();
    await expect(page.getByText(/^Outside the lines for/)).toContainText('(teams compared: 7)');
    expect(await page.locator('body').innerText()).not.toMatch(/[A-Z]{3,}_[A-Z]+|undefined|NaN|null/);
  });

  test('is told which part of an address is not there, and can choose another', async ({ page }) => {
    await page.goto(`${COMPARE}?quarter=2019-Q1`);
    await expect(page.getByRole('heading', { name: 'Dit kwartaal kennen we niet' })).toBeVisible({ timeout: 15_000 });
    await page.getByRole('combobox', { name: 'Kwartaal' }).selectOption({ index: 1 });
    await expect(figures(page)).toBeVisible();
    await page.goto(`${COMPARE}?measure=extra-hours`);
    await expect(page.getByRole('heading', { name: 'Dit cijfer wordt niet vergeleken' })).toBeVisible({ timeout: 15_000 });
    await expect(map(page)).toBeVisible();
  });

  test('is told when the figures could not be fetched, and the other part of the page goes on', async ({ page }) => {
    await page.route('**/graphql', (route) => (/comparison\(|[Cc]omparison"/.test(route.request().postData() ?? '') ? route.fulfill({ status: 500, contentType: 'application/json', body: '{"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR","id":"abc-1"}}]}' }) : route.continue()));
    await page.goto(COMPARE);
    await expect(page.getByRole('heading', { level: 1, name: 'Teams vergelijken' })).toBeVisible({ timeout: 15_000 });
    await expect(map(page)).toBeVisible({ timeout: 15_000 });
  });

  test('prints the map on paper without losing a column', async ({ page }) => {
    await open(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 720, height: 1000 });
    await expect(map(page).getByRole('columnheader')).toHaveCount(11);
    expect(await overflow(page)).toBe(0);
    const last = await map(page).getByRole('columnheader').last().boundingBox();
    expect((last?.x ?? 9999) + (last?.width ?? 0)).toBeLessThanOrEqual(722);
  });
});

for (const account of ['demo-team-manager', 'demo-director'] as const) {
  for (const [scheme, width, height] of [['light', 1366, 768], ['dark', 1366, 768], ['light', 360, 740], ['dark', 360, 740], ['light', 2560, 1440]] as const) {
    test(`has no accessibility fault and only tables that scroll sideways, for ${account}, ${scheme} at ${width}`, async ({ page }) => {
      test.slow();
      await signIn(page, account);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, `${GAP}&allowing=legal-frame`);
      await expect(funnel(page).getByRole('img').first()).toBeVisible();
      expect([await faultsOf(page), await overflow(page)]).toEqual([[], 0]);
    });
  }
}
