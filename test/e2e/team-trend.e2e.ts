import { expect } from '@playwright/test';
import { signIn, test } from './signed-in.js';
import { openLandingPage, points, publishedTrend, seriousFaults, TITLE } from './team-page.js';

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
    const [drawing, legend] = await Promise.all([page.getByRole('group', { name: /^Grafiek per maand/ }).boundingBox(), page.getByRole('list', { name: 'Uitleg bij de grafiek' }).boundingBox()]);
    expect(legend?.y).toBeGreaterThanOrEqual((drawing?.y ?? Infinity) + (drawing?.height ?? 0) - 1);
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
