import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { signIn, test } from './signed-in.js';

const TITLE = /Hoe vaak is ‘Als machteloosheid niet herkend en erkend wordt’ opgemerkt\?/;
const TEAM = 'Gezinshulp Duinstreek';
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

async function openLandingPage(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: TEAM })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  await expect(points(page).first()).toBeVisible();
}

function points(page: Page) {
  return page.getByRole('group', { name: /^Grafiek per maand/ }).getByRole('img');
}

/** What the API says about the view, asked without the dashboard. */
async function publishedTrend(page: Page) {
  const query = `{ measureTrend(organisation: "de-vuurtoren", team: "gezinshulp-duinstreek", measure: "PITFALL_POWERLESSNESS") {
    periods { from through states reflections numerators denominators bands { from through } } chart { marks } } }`;
  const response = await page.request.post('/graphql', { data: { query } });
  return trendSchema.parse(await response.json()).data.measureTrend;
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

test('opens on her team without choosing, with the whole view in the address', async ({ page }) => {
  await openLandingPage(page);
  await expect(page).toHaveURL(/\/de-vuurtoren\/gezinshulp-duinstreek$/);
  await expect(page.getByRole('combobox', { name: 'Team' })).toHaveValue('gezinshulp-duinstreek');
  await expect(page).toHaveTitle(/Gezinshulp Duinstreek/);
});

test('shows one point for each published period, with n, merged and missing months as what they are', async ({ page }) => {
  await openLandingPage(page);
  const { periods } = await publishedTrend(page);
  await expect(points(page)).toHaveCount(periods.from.length);
  for (const [index, state] of periods.states.entries()) {
    // Non-breaking spaces keep a number beside its sign; for reading they are spaces.
    const label = ((await points(page).nth(index).getAttribute('aria-label')) ?? '').replaceAll('\u00A0', ' ');
    const isMerged = periods.from[index] !== periods.through[index];
    expect(label.includes('–')).toBe(isMerged);
    const count = periods.bands[index] == null ? periods.numerators[index] : `${periods.bands[index].from} tot ${periods.bands[index].through}`;
    if (state === 'SHOWN') expect(label).toContain(`${count} van ${periods.denominators[index]} reflecties`);
    if (state === 'SHOWN') expect(label).toContain(`n = ${periods.reflections[index]}`);
    if (state === 'ABSENT') expect(label).toContain('niets aangeleverd');
  }
  expect(periods.states).toContain('ABSENT');
  expect(periods.from.some((from, index) => from !== periods.through[index])).toBe(true);
});

test('says of a month that is protected neither nothing nor zero', async ({ page }) => {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    // The newest month as the API gives it when it is not shown.
    const hidden = text.replace(/("states":\[[^\]]*)"SHOWN"\]/g, '$1"WITHHELD"]').replace(/("(?:numerators|denominators|reflections|lower|upper)":\[[^\]]*?),[^,\]]+\]/g, '$1,null]');
    await route.fulfill({ response, body: hidden });
  });
  await openLandingPage(page);
  const newest = points(page).last();
  await expect(newest).toHaveAttribute('data-state', 'withheld');
  const label = (await newest.getAttribute('aria-label')) ?? '';
  expect(label).toContain('nog niet te tonen');
  expect(label).not.toMatch(/niets aangeleverd|\d %/);
});

test('marks signals by shape, says them in words, and ends in an offer', async ({ page }) => {
  await openLandingPage(page);
  const { chart } = await publishedTrend(page);
  const marked = chart.marks.filter((mark) => mark !== null).length;
  expect(marked).toBeGreaterThan(0);
  await expect(page.getByRole('group', { name: /^Grafiek per maand/ }).getByRole('img', { name: /Signaal: / })).toHaveCount(marked);
  await expect(page.getByText(/Een thema om voor te stellen voor intervisie\?/).first()).toBeVisible();
});

test('has everything for the decision in view at 1366 by 768, without a click', async ({ page }) => {
  await openLandingPage(page);
  const short = page.getByRole('region', { name: 'In het kort' });
  const profile = page.getByRole('region', { name: 'Tien valkuilen: hoe vaak opgemerkt' });
  await expect(profile.getByRole('listitem')).toHaveCount(10);
  for (const part of [page.getByText(/^n = \d+ reflecties · .* · niet bedoeld om mensen te beoordelen/), short, ...(await profile.getByRole('listitem').all())]) {
    await expect(part).toBeInViewport({ ratio: 0.99 });
  }
  await expect(short.getByText(/Een thema om voor te stellen voor intervisie\?/)).toBeVisible();
  await expect(short.getByText(/binnen 28 dagen ingebracht in begeleiding: /)).toBeVisible();
});

test('opens the trend of a pitfall from the profile by keyboard, and explains it in a card that Escape closes', async ({ page }) => {
  await openLandingPage(page);
  const requests: string[] = [];
  page.on('request', (request) => request.url().endsWith('/graphql') && requests.push(request.postData() ?? ''));
  await page.getByRole('link', { name: 'Partijdigheid' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /Partijdigheid/ })).toBeVisible();
  await expect(page).toHaveURL(/\/pitfall-partiality$/);
  await expect(page.getByRole('navigation', { name: 'Waar je bent' })).toContainText('De Vuurtoren (voorbeeld)DuinstreekGezinshulp DuinstreekPartijdigheid');
  expect(requests).toHaveLength(1);
  const button = page.getByRole('button', { name: 'Wat betekent ‘De coalitie’?' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'De coalitie' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('asks one question for the whole page', async ({ page }) => {
  const documents: string[] = [];
  page.on('request', (request) => request.url().endsWith('/graphql') && documents.push(request.postData() ?? ''));
  await openLandingPage(page);
  expect(documents.filter((body) => body.includes('"quarter"'))).toHaveLength(1);
  expect(documents.filter((body) => body.includes('"measure":"'))).toHaveLength(0);
});

test('goes to another quarter and says so of one that was never published', async ({ page }) => {
  await openLandingPage(page);
  await page.getByRole('combobox', { name: 'Kwartaal' }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/quarter=\d{4}-Q\d/);
  await expect(page.getByRole('region', { name: 'In het kort' })).toBeVisible();
  for (const wanted of ['2019-Q1', '2099-Q4', 'soon']) {
    await page.goto(`/de-vuurtoren/gezinshulp-duinstreek?quarter=${wanted}`);
    await expect(page.getByRole('heading', { level: 2, name: 'Over dit kwartaal is niets uitgegeven' })).toBeVisible();
    await expect(page.getByRole('list').filter({ hasText: 'van' })).toHaveCount(0);
  }
});

test('stands beside the whole organisation when asked, in the chart, in words and in the address', async ({ page }) => {
  await openLandingPage(page);
  const choice = page.getByRole('checkbox', { name: 'Met de hele organisatie erbij' });
  await choice.click();
  await expect(choice).toBeChecked();
  await expect(page.getByText(/^Hele organisatie, over dezelfde maanden: [\d.]+ van [\d.]+ reflecties/)).toBeVisible();
  await expect(page).toHaveURL(/beside=organisation/);
  await expect(page.getByRole('list', { name: 'Uitleg bij de grafiek' })).toContainText('hele organisatie');
});

test('keeps a chart as picture and as table, and the profile as well', async ({ page }) => {
  await openLandingPage(page);
  for (const title of ['Bewaren: Tien valkuilen: hoe vaak opgemerkt', 'Bewaren: Als machteloosheid niet herkend en erkend wordt']) {
    for (const [kind, begins] of [['SVG', '<svg'], ['PNG', '\x89PNG'], ['CSV', '\uFEFF']] as const) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('group', { name: title }).getByRole('button', { name: kind }).click()]);
      const content = await readFile(await file.path());
      expect(file.suggestedFilename()).toMatch(new RegExp(`^rolvast-gezinshulp-duinstreek-.*\\.${kind.toLowerCase()}$`));
      expect(content.toString(kind === 'PNG' ? 'latin1' : 'utf8').startsWith(begins)).toBe(true);
      expect(content.length).toBeGreaterThan(300);
    }
  }
});

test('says calmly that nothing is special, and what a team too young for signals can read', async ({ page }) => {
  await page.goto('/de-vuurtoren/gezinshulp-duinstreek?quarter=2024-Q2');
  await expect(page.getByRole('heading', { level: 3, name: 'Nog te kort om signalen te zoeken' })).toBeVisible();
});

test('says with an id that something failed, and keeps the view', async ({ page }) => {
  await page.route('**/graphql', async (route) => {
    const isOverview = (route.request().postData() ?? '').includes('"quarter"');
    await (isOverview ? route.fulfill({ json: { errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'abc-1' } }] } }) : route.continue());
  });
  await page.goto('/de-vuurtoren/gezinshulp-duinstreek/pitfall-any');
  await expect(page.getByRole('alert')).toContainText('abc-1');
  await expect(page.getByRole('heading', { level: 1, name: TEAM })).toBeVisible();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect(page.getByRole('region', { name: 'In het kort' })).toBeVisible();
});

test('gives the same figures in a table', async ({ page }) => {
  await openLandingPage(page);
  const { periods } = await publishedTrend(page);
  await page.getByText('Tabel', { exact: true }).click();
  const table = page.getByRole('table', { name: /Cijfers per maand/ });
  await expect(table.getByRole('rowheader')).toHaveCount(periods.from.length);
  const newest = table.getByRole('row').nth(1);
  const band = periods.bands.at(-1);
  const count = band == null ? periods.numerators.at(-1) : `${band.from}–${band.through}`;
  await expect(newest).toContainText(`${count}${periods.denominators.at(-1)}`);
  await expect(table.getByRole('row', { name: /niets aangeleverd/ })).not.toContainText(/\b0\b/);
});

test('follows another team and pitfall, and comes back by the address', async ({ page }) => {
  await openLandingPage(page);
  await page.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Jongeren Havenstad' });
  await page.getByRole('combobox', { name: 'Cijfer' }).selectOption({ label: 'Triangulatie' });
  await expect(page.getByRole('heading', { level: 2, name: /Triangulatie/ })).toBeVisible();
  const address = page.url();
  await page.goBack();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 2, name: /Triangulatie/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Team' })).toHaveValue('jongeren-havenstad');
});

test('names the sibling with which a small team is published', async ({ page }) => {
  await signIn(page, 'demo-quality-staff');
  await page.goto('/de-vuurtoren/nazorg-duinstreek/pitfall-powerlessness?months=24');
  await expect(page.getByText(/Thuisbegeleiding Duinstreek \+ Nazorg Duinstreek/).first()).toBeVisible();
});

test('can be walked with the keyboard, month by month', async ({ page }) => {
  await openLandingPage(page);
  await points(page).last().focus();
  await page.keyboard.press('ArrowLeft');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(focused).toBe(await points(page).nth(-2).getAttribute('aria-label'));
});

test('speaks English when asked, also in the document itself', async ({ page }) => {
  await openLandingPage(page);
  await page.getByRole('radio', { name: 'EN English' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { level: 2, name: /Powerlessness not recognised/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('tells a rare pitfall as a band per half-year, in a sentence and a table, without a chart', async ({ page }) => {
  await page.goto('/de-vuurtoren/gezinshulp-duinstreek/pitfall-secrecy?months=24');
  await expect(page.getByText(/staat hier per halfjaar een bandbreedte, zonder grafiek/)).toBeVisible();
  await expect(page.getByRole('table', { name: /^Cijfers per halfjaar/ })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Grafiek/ })).toHaveCount(0);
  expect(await page.getByRole('region', { name: /^Hoe vaak is ‘Geheimhouding/ }).innerText()).not.toMatch(/\d %/);
});

test('says of a figure that teams do not have where it is shown', async ({ page }) => {
  await page.goto('/de-vuurtoren/gezinshulp-duinstreek/round-table-held?months=24');
  await expect(page.getByRole('heading', { level: 2, name: 'Dit cijfer bestaat niet per team' })).toBeVisible();
  await expect(page.getByText(/wordt getoond per regio, per halfjaar/)).toBeVisible();
});

test('says of a posted zero 0 to 2, and never that it is 0 %', async ({ page }) => {
  await page.goto('/de-vuurtoren/gezinshulp-duinstreek/pitfall-triangulation?months=24');
  await page.getByText('Beide', { exact: true }).click();
  const zeros = page.getByRole('table').getByRole('row').filter({ has: page.getByRole('cell', { name: '0–2', exact: true }) });
  await expect(zeros.first()).toBeVisible();
  // Period, count, denominator, share; a limit may well be 0 %.
  for (const zero of await zeros.all()) await expect(zero.getByRole('cell').nth(2)).toHaveText('–');
});

test('says what to do about a team that does not exist', async ({ page }) => {
  await page.goto('/de-vuurtoren/no-such-team/pitfall-powerlessness?months=24');
  await expect(page.getByRole('heading', { level: 1, name: 'Dit team kennen we niet' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Naar het begin' })).toBeVisible();
  await expect(points(page)).toHaveCount(0);
});

test('says so, and offers to try again, when the server gives no answer', async ({ page }) => {
  await page.route('**/graphql', (route) => route.abort());
  await page.goto('/de-vuurtoren/gezinshulp-duinstreek/pitfall-powerlessness?months=24');
  await expect(page.getByRole('button', { name: /opnieuw/i })).toBeVisible();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: /opnieuw/i }).click();
  await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
});

for (const [scheme, width, height] of [['light', 1366, 768], ['dark', 1366, 768], ['light', 360, 740], ['dark', 2560, 1440]] as const) {
  test(`has no accessibility fault and nothing that scrolls sideways, ${scheme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await openLandingPage(page);
    expect(await seriousFaults(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red = 0] = (background.match(/\d+/g) ?? []).map(Number);
    expect(red < 128).toBe(scheme === 'dark');
  });
}

test('shows no code of the catalogue, in chart or table', async ({ page }) => {
  await openLandingPage(page);
  await page.getByText('Beide', { exact: true }).click();
  expect(await page.locator('body').innerText()).not.toMatch(/[A-Z]{3,}_[A-Z]+|SHOWN|WITHHELD|ABSENT|undefined|NaN/);
});

test('asks nothing of any other host, and logs no error', async ({ page }) => {
  const strangers: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin) && !request.url().startsWith('data:')) strangers.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await openLandingPage(page);
  expect(strangers).toEqual([]);
  expect(faults).toEqual([]);
});
