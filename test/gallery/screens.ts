import type { Page, Route } from '@playwright/test';
import type { Account } from '../e2e/signed-in.js';

/** A screen in one of its states: who looks at which address, and what happens before the picture is taken. */
export interface Screen {
  /** Name of its pictures. */
  readonly name: string;
  /** Null is nobody. */
  readonly account: Account | null;
  readonly address: string;
  /** What the API does, before the page is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is done on the page. */
  readonly act?: (page: Page) => Promise<void>;
  /** Shown at once, without waiting for the network to be quiet. */
  readonly isWaiting?: true;
}

const TEAM = '/de-vuurtoren/gezinshulp-duinstreek';

/** Does something else with every question. */
async function routed(page: Page, instead: (route: Route) => Promise<void> | undefined): Promise<void> {
  await page.route('**/graphql', instead);
}

/** Lets the API answer something else than it did. */
async function answering(page: Page, change: (text: string) => string): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

const withheld = (text: string) =>
  text
    .replaceAll('"SHOWN"', '"WITHHELD"')
    .replaceAll(/"(numerators|denominators|bands|lower|upper|marks|reflections)":\[[^\]]*\]/g, (list, name: string) => `"${name}":[${list.split(',').map(() => 'null').join(',')}]`)
    .replaceAll(/"reflections":\d+/g, '"reflections":null');

/** Every screen and every state. A new page is one line. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', account: null, address: '/' },
  { name: 'team', account: 'demo-team-manager', address: '/' },
  { name: 'team-quiet', account: 'demo-team-manager', address: `${TEAM}?quarter=2025-Q3` },
  { name: 'team-two-signals', account: 'demo-director', address: '/de-vuurtoren/jongeren-havenstad' },
  { name: 'team-sibling', account: 'demo-director', address: '/de-vuurtoren/nazorg-duinstreek' },
  { name: 'team-beside-organisation', account: 'demo-team-manager', address: `${TEAM}?beside=organisation` },
  { name: 'team-table', account: 'demo-team-manager', address: `${TEAM}/brought-to-support?view=table` },
  { name: 'team-rare', account: 'demo-team-manager', address: `${TEAM}/pitfall-secrecy` },
  { name: 'team-definition', account: 'demo-team-manager', address: TEAM, act: (page) => page.locator('button[aria-haspopup=dialog]').first().click() },
  { name: 'team-loading', account: 'demo-team-manager', address: TEAM, prepare: (page) => routed(page, () => undefined), isWaiting: true },
  { name: 'team-failed', account: 'demo-team-manager', address: TEAM, prepare: (page) => answering(page, (text) => (text.includes('"teamOverview"') ? '{"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR","id":"3f9c-1"}}]}' : text)) },
  { name: 'team-too-short', account: 'demo-team-manager', address: `${TEAM}?quarter=2024-Q2` },
  { name: 'team-withheld', account: 'demo-team-manager', address: TEAM, prepare: (page) => answering(page, withheld) },
  { name: 'team-quarter-unknown', account: 'demo-team-manager', address: `${TEAM}?quarter=2019-Q1` },
  { name: 'team-measure-unknown', account: 'demo-team-manager', address: `${TEAM}/pitfall-nope` },
  { name: 'team-measure-elsewhere', account: 'demo-team-manager', address: `${TEAM}/round-table-held` },
  { name: 'team-foreign', account: 'demo-team-manager', address: '/de-vuurtoren/crisisteam-havenstad' },
  { name: 'api-away', account: 'demo-team-manager', address: TEAM, prepare: (page) => routed(page, (route) => route.abort()) },
  { name: 'compare', account: 'demo-team-manager', address: '/de-vuurtoren/compare' },
  { name: 'compare-all', account: 'demo-quality-staff', address: '/de-vuurtoren/compare' },
  { name: 'methods', account: 'demo-team-manager', address: '/methods' },
  { name: 'no-figures', account: 'demo-administrator', address: '/' },
];

export const LANGUAGES = ['nl', 'en'] as const;
export const SCHEMES = ['light', 'dark'] as const;
export const SIZES = [
  { width: 360, height: 740 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
