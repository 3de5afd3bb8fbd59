import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './signed-in.js';
import { openLandingPage, points, publishedTrend, TEAM } from './team-page.js';

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
