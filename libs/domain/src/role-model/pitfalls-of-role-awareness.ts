import type { PitfallEntry } from './pitfall-entry.js';

/** Pitfalls in which it gets blurred what fits the role and what does not. */
export const PITFALLS_OF_ROLE_AWARENESS = {
  PRESCRIBED: {
    part: 'ROLE_AWARENESS',
    principles: ['AUTONOMY'],
    isRare: false,
    name: { nl: 'De hulpverlener laat zich voorschrijven', en: 'Being prescribed to' },
    meaning: {
      nl: 'Iemand anders bepaalt wat de hulp moet zijn en hoe die eruitziet.',
      en: 'Someone else decides what the help must be and what it looks like.',
    },
    whatHelps: {
      nl: 'Zeg open wat niet kan en toon begrip voor de wens; leg de vraag van het gezin en die van de verwijzer naast elkaar.',
      en: 'Be open about what is not possible and show understanding for the wish; put the question of the family beside that of the referrer.',
    },
    subtypes: {
      BY_CLIENT: { nl: 'door de cliënt', en: 'by the client' },
      BY_FAMILY_MEMBER: { nl: 'door een gezinslid', en: 'by a family member' },
      BY_PROFESSIONAL: {
        nl: 'door een andere hulpverlener of instantie (ook bewind)',
        en: 'by another professional or agency (court-appointed administration too)',
      },
    },
    questions: [
      { nl: 'Wat vraagt het gezin zelf, en wat vraagt de verwijzer?', en: 'What does the family itself ask, and what does the referrer ask?' },
      {
        nl: 'Is de hulp niet vrijwillig: hoe bieden we aan zonder te dwingen, en bespreken we neutraal wat weigeren zou betekenen?',
        en: 'When the help is not voluntary: how do we offer without forcing, and discuss neutrally what refusing would mean?',
      },
    ],
  },
  SECRECY: {
    part: 'ROLE_AWARENESS',
    principles: ['PRIVACY'],
    isRare: true,
    name: { nl: 'Geheimhouding beloven bij ongevraagde informatie van derden', en: 'Promising secrecy on unsolicited information' },
    meaning: {
      nl: 'Een derde vertelt iets over de cliënt en vraagt het onder ons te houden.',
      en: 'A third party tells something about the client and asks to keep it between them.',
    },
    whatHelps: {
      nl: 'Beloof geen geheimhouding; weeg hoe ernstig en hoe concreet het is, en vertel de informant wat er met de informatie gebeurt.',
      en: 'Promise no secrecy; weigh how serious and how concrete it is, and tell the informant what happens with the information.',
    },
    subtypes: {},
    questions: [
      { nl: 'Wat spreken we af als iemand ons iets in vertrouwen over een cliënt wil vertellen?', en: 'What do we agree for when someone wants to tell us something about a client in confidence?' },
      { nl: 'Hoe leggen we uit wat we met zulke informatie doen?', en: 'How do we explain what we do with such information?' },
    ],
  },
  CLIENT_UNCLEAR: {
    part: 'ROLE_AWARENESS',
    principles: ['PRIVACY'],
    isRare: false,
    name: { nl: 'Niet weten wie je tot je cliënten moet rekenen', en: 'Not knowing who your clients are' },
    meaning: {
      nl: 'Het is niet duidelijk wie in het gezin cliënt is en wie niet.',
      en: 'It is not clear who in the family is a client and who is not.',
    },
    whatHelps: {
      nl: 'Spreek af wie cliënt is; betrek anderen in overleg en met instemming.',
      en: 'Agree who is a client; involve others in consultation and with consent.',
    },
    subtypes: {},
    questions: [
      { nl: 'Wie heeft met de hulp ingestemd, en weet ieder dat van elkaar?', en: 'Who consented to the help, and does everyone know that of each other?' },
      { nl: 'Wat delen we met wie, en waarom?', en: 'What do we share with whom, and why?' },
    ],
  },
  BOUNDARIES: {
    part: 'ROLE_AWARENESS',
    principles: [],
    isRare: false,
    name: { nl: 'Gebrek aan persoonlijke grenzen', en: 'Lack of personal boundaries' },
    meaning: {
      nl: 'Een persoonlijke grens wordt overschreden of blijft onuitgesproken.',
      en: 'A personal limit is crossed or left unspoken.',
    },
    whatHelps: {
      nl: 'Een grens zegt wat iemand zelf accepteert; zij schrijft de cliënt niets voor.',
      en: 'A limit says what someone accepts; it prescribes nothing to the client.',
    },
    subtypes: {},
    questions: [
      { nl: 'Welke grens zouden we als team willen kunnen uitspreken, en wat maakt dat lastig?', en: 'Which limit would we as a team like to be able to voice, and what makes that hard?' },
      { nl: 'Welke steun is er na een grensoverschrijding?', en: 'What support is there after a limit was crossed?' },
    ],
  },
} as const satisfies Record<string, PitfallEntry>;
