import { test as base, type Page } from '@playwright/test';

/** An account of the demonstration. */
export type Account = 'demo-team-manager' | 'demo-quality-staff' | 'demo-director' | 'demo-administrator' | 'demo-data-protection-officer';

/** Signs in through the real provider, without its page being looked at. */
export async function signIn(page: Page, account: Account): Promise<void> {
  // Somebody who is signed in at the provider would not be asked again.
  await page.context().clearCookies();
  const choice = await page.request.get('/auth/sign-in');
  await page.request.post(choice.url(), { form: { account } });
}

/** A journey of somebody who is signed in; `test.use({ account })` says as whom. */
export const test = base.extend<{ readonly account: Account }>({
  account: ['demo-team-manager', { option: true }],
  page: async ({ page, account }, use) => {
    await signIn(page, account);
    await use(page);
  },
});
