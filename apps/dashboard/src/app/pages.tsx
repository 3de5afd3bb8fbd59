import { lazy, type ComponentType } from 'react';
import type { ViewerQuery } from '../graphql/generated/graphql';
import type { nl } from '../i18n/nl';
import { COMPARE } from './compare-address';
import { pageAddress, pageViewAt, teamAddress, teamViewAt, type Address, type View } from './view-address';

type Role = ViewerQuery['viewer']['roles'][number];

/** Name of a page; `page.<code>` of the texts is what the navigation calls it. */
export type PageCode = keyof (typeof nl)['page'];

/** One page about an organisation: how it is reached, what it makes of an address, and its code, fetched apart. */
export interface PageEntry {
  readonly code: PageCode;
  /** Patterns of its routes. */
  readonly paths: readonly string[];
  readonly addressOf: (view: View) => string;
  readonly viewAt: (address: Address) => View;
  readonly Page: ComponentType;
}

/** The page nearly every reader opens on: fetched while the first question to the API is on its way. */
const loadTeamPage = () => import('./pages/TeamPage');
loadTeamPage().catch(() => undefined);

const TEAM_PAGE: PageEntry = {
  code: 'team',
  paths: [':organisation/:team', ':organisation/:team/:measure'],
  addressOf: teamAddress,
  viewAt: teamViewAt,
  Page: lazy(async () => ({ default: (await loadTeamPage()).TeamPage })),
};

const COMPARE_PAGE = pageAt('compare', COMPARE, async () => (await import('./pages/ComparePage')).ComparePage);

/** Every page of the main navigation, in its order. Another page is one entry here, made with {@link pageAt}, and its name in the texts. */
export const PAGES: readonly PageEntry[] = [TEAM_PAGE, COMPARE_PAGE];

/**
 * A page at /:organisation/<word>, which keeps the whole view in its address.
 *
 * @param word of the address; a team with this word as its code has its page under a measure only.
 * @param load fetches its code.
 */
export function pageAt(code: PageCode, word: string, load: () => Promise<ComponentType>): PageEntry {
  return {
    code,
    paths: [`:organisation/${word}`],
    addressOf: (view) => pageAddress(word, view),
    viewAt: pageViewAt,
    Page: lazy(async () => ({ default: await load() })),
  };
}

/** Which page each role opens on; null for a role without figures. */
const LANDING: Readonly<Record<Role, PageEntry | null>> = {
  TEAM_MANAGER: TEAM_PAGE,
  QUALITY_STAFF: TEAM_PAGE,
  DIRECTOR: TEAM_PAGE,
  ADMINISTRATOR: null,
  DATA_PROTECTION_OFFICER: null,
};

/** The page somebody opens on: that of the first role that has one; null when none has. */
export function landingPageOf(roles: readonly Role[]): PageEntry | null {
  return roles.map((role) => LANDING[role]).find((page) => page !== null) ?? null;
}
