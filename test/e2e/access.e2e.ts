import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './signed-in.js';

const VIEW = '/de-vuurtoren/jongeren-havenstad/pitfall-secrecy?months=12&view=table';

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function choose(page: Page, account: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: account }).click();
}

test('asks to sign in, and leads through the choice of an account to the own landing page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Inloggen bij Rolvast' })).toBeVisible();
  await choose(page, /Teammanager/);
  await expect(page).toHaveURL(/\/de-vuurtoren\/gezinshulp-duinstreek$/);
  const menu = page.getByRole('group', { name: 'Wie je bent' });
  await expect(menu).toContainText('teammanager');
  await expect(menu).toContainText('De Vuurtoren');
  await expect(page.getByRole('combobox', { name: 'Team' }).getByRole('option')).toHaveText(['Gezinshulp Duinstreek', 'Jongeren Havenstad']);
});

test('goes back to the address that was asked for, with the whole view', async ({ page }) => {
  await page.goto(VIEW);
  await choose(page, /Bestuurder/);
  await expect(page).toHaveURL(new RegExp(`${VIEW.replace('?', '\\?')}$`));
  await expect(page.getByRole('table')).toBeVisible();
});

test('can be walked through with the keyboard alone', async ({ page }) => {
  await page.goto('/methods');
  await page.getByRole('link', { name: 'Inloggen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Kwaliteitsmedewerker/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Hoe elk cijfer wordt gemaakt' })).toBeVisible();
});

test('says that the session is over without losing the view, and goes on there after signing in', async ({ page }) => {
  await signIn(page, 'demo-director');
  await page.goto(VIEW);
  await expect(page.getByRole('table')).toBeVisible();
  await page.context().clearCookies({ name: /^rolvast-session/ });
  await page.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Gezinshulp Havenstad' });
  await expect(page.getByRole('heading', { level: 1, name: 'Je bent uitgelogd' })).toBeVisible();
  const address = page.url();
  expect(address).toContain('/gezinshulp-havenstad/');
  await expect(page.getByRole('group', { name: 'Wie je bent' })).toHaveCount(0);
  // Still signed in at the provider: it asks nothing again.
  await page.getByRole('link', { name: 'Inloggen' }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('table')).toBeVisible();
});

test('signs out here and at the provider', async ({ page }) => {
  await signIn(page, 'demo-director');
  await page.goto('/methods');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inloggen bij Rolvast' })).toBeVisible();
  await page.getByRole('link', { name: 'Inloggen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Kies een voorbeeldaccount/ })).toBeVisible();
});

test('shows a team manager nothing of another team, in the words for one that does not exist', async ({ page }) => {
  await signIn(page, 'demo-team-manager');
  const texts = [];
  for (const team of ['crisisteam-havenstad', 'no-such-team']) {
    await page.goto(`/de-vuurtoren/${team}/pitfall-powerlessness?months=24`);
    await expect(page.getByRole('heading', { level: 1, name: 'Dit team kennen we niet' })).toBeVisible();
    texts.push(await page.getByRole('main').innerText());
  }
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).not.toContain('Crisisteam');
});

for (const account of ['demo-administrator', 'demo-data-protection-officer'] as const) {
  test(`leads ${account} to a page without figures`, async ({ page }) => {
    await signIn(page, account);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Bij jouw rol horen geen cijfers' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Hoe elk cijfer wordt gemaakt' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hoe elk cijfer wordt gemaakt' })).toBeVisible();
  });
}

test('says what did not work when somebody comes back unknown', async ({ page }) => {
  await page.goto('/sign-in?fault=unknown&to=%2Fmethods');
  await expect(page.getByRole('alert')).toContainText('nog geen toegang');
  await expect(page.getByRole('link', { name: 'Inloggen' })).toHaveAttribute('href', '/auth/sign-in?to=%2Fmethods');
});

for (const [scheme, width] of [['light', 1366], ['dark', 1366], ['light', 360], ['dark', 360]] as const) {
  test(`has no accessibility fault and nothing that scrolls sideways on the way in, ${scheme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect([await faultsOf(page), await overflow(page)]).toEqual([[], 0]);
    await page.getByRole('link', { name: 'Inloggen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /voorbeeldaccount/ })).toBeVisible();
    expect([await faultsOf(page), await overflow(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: /Functionaris/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bij jouw rol horen geen cijfers' })).toBeVisible();
    expect([await faultsOf(page), await overflow(page)]).toEqual([[], 0]);
  });
}
