import type { ViewerRole } from '../access/roles.js';
import type { ChoiceAccount } from '../platform/auth/embedded/choice-page.js';

/** An account of the demonstration, and what it is for the made-up organisation. */
export interface DemoAccount extends ChoiceAccount {
  readonly role: ViewerRole;
  readonly teams: readonly string[];
}

/** Name under which the accounts of the embedded provider are kept; its address changes with the port, this does not. */
export const DEMO_PROVIDER = 'demonstration';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    subject: 'demo-team-manager',
    role: 'team-manager',
    teams: ['gezinshulp-duinstreek', 'jongeren-havenstad'],
    name: { nl: 'Teammanager', en: 'Team manager' },
    explanation: { nl: 'Ziet twee teams: Gezinshulp Duinstreek en Jongeren Havenstad.', en: 'Sees two teams: Gezinshulp Duinstreek and Jongeren Havenstad.' },
  },
  {
    subject: 'demo-quality-staff',
    role: 'quality-staff',
    teams: [],
    name: { nl: 'Kwaliteitsmedewerker', en: 'Quality staff' },
    explanation: { nl: 'Ziet alle teams van de organisatie.', en: 'Sees all teams of the organisation.' },
  },
  {
    subject: 'demo-director',
    role: 'director',
    teams: [],
    name: { nl: 'Bestuurder', en: 'Director' },
    explanation: { nl: 'Ziet de hele organisatie.', en: 'Sees the whole organisation.' },
  },
  {
    subject: 'demo-administrator',
    role: 'administrator',
    teams: [],
    name: { nl: 'Functioneel beheerder', en: 'Administrator' },
    explanation: { nl: 'Beheert gebruikers en aanlevering en ziet geen cijfers.', en: 'Keeps users and deliveries, and sees no figures.' },
  },
  {
    subject: 'demo-data-protection-officer',
    role: 'data-protection-officer',
    teams: [],
    name: { nl: 'Functionaris gegevensbescherming', en: 'Data protection officer' },
    explanation: { nl: 'Ziet hoe gegevens beschermd zijn en wie wat deed, en geen cijfers.', en: 'Sees how data are protected and who did what, and no figures.' },
  },
];
