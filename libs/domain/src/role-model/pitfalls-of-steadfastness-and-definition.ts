import type { PitfallEntry } from './pitfall-entry.js';

/** Pitfalls that come with severe problems and powerlessness, and the one that comes with a role that asks more than it allows. */
export const PITFALLS_OF_STEADFASTNESS_AND_DEFINITION = {
  POWERLESSNESS: {
    part: 'ROLE_STEADFASTNESS',
    principles: ['AUTONOMY'],
    isRare: false,
    name: { nl: 'Als machteloosheid niet herkend en erkend wordt', en: 'Powerlessness not recognised and acknowledged' },
    meaning: {
      nl: 'Machteloosheid blijft onbesproken en zoekt een uitweg, bijvoorbeeld in extra uren of een verwijzing.',
      en: 'Powerlessness stays unspoken and finds a way out, for instance in extra hours or a referral.',
    },
    whatHelps: {
      nl: 'Machteloosheid herkennen en uitspreken; nagaan wat er achter de vraag om uren of een verwijzing zit; bij onenigheid een rondetafelgesprek.',
      en: 'Recognise powerlessness and say it out loud; look at what lies behind the request for hours or a referral; hold a round table when agencies disagree.',
    },
    subtypes: {
      RIGHTING_REFLEX: { nl: 'verbeterreflex', en: 'righting reflex' },
      HELP_NO_CHANGE: { nl: '“help, maar verander niets”', en: '“help, but change nothing”' },
      NEEDLESS_HOURS: { nl: 'uren waarbij machteloosheid meespeelde', en: 'hours where powerlessness played a part' },
      WRONG_REFERRAL: { nl: 'verwijzing waarbij machteloosheid meespeelde', en: 'referral where powerlessness played a part' },
      AGENCIES_WAITING: { nl: 'instanties wachten op elkaar', en: 'agencies wait for each other' },
    },
    questions: [
      { nl: 'Waaraan merken we dat machteloosheid meespeelt, bij ons en bij het gezin?', en: 'How do we notice that powerlessness plays a part, with us and with the family?' },
      { nl: 'Wat hoopten we met extra uren of een verwijzing te bereiken, en lukte dat?', en: 'What did we hope to reach with extra hours or a referral, and did it work?' },
      { nl: 'Wie zou er bij een rondetafelgesprek moeten zitten, ook om rollen en doelen helder te krijgen?', en: 'Who should be at a round table, also to get roles and goals clear?' },
    ],
  },
  INVISIBLE_CHILD: {
    part: 'ROLE_STEADFASTNESS',
    principles: ['WELLBEING', 'NO_HARM'],
    isRare: true,
    name: { nl: 'Het onzichtbare kind', en: 'The invisible child' },
    meaning: {
      nl: 'De veiligheid en het welzijn van een kind raken uit beeld.',
      en: 'The safety and wellbeing of a child drop out of view.',
    },
    whatHelps: {
      nl: 'Houd kinderen in beeld; supervisie en intervisie helpen om te blijven kijken.',
      en: 'Keep children in view; supervision and intervision help to keep looking.',
    },
    subtypes: {
      AVOIDANCE: { nl: 'vermijding', en: 'avoidance' },
      IDENTIFICATION: { nl: 'identificatie met de ouders', en: 'identification with the parents' },
      COMPETING_PROBLEMS: { nl: 'andere problemen gingen voor', en: 'other problems took priority' },
      ORGANISATION: { nl: 'organisatie (tijd, cultuur, steun)', en: 'organisation (time, culture, support)' },
    },
    questions: [
      { nl: 'Wanneer is elk kind voor het laatst gezien en gesproken?', en: 'When was each child last seen and spoken to?' },
      { nl: 'Wat maakt het moeilijk om naar het kind te kijken, en welke steun zou helpen?', en: 'What makes it hard to look at the child, and what support would help?' },
      { nl: 'Wat kan de organisatie doen aan tijd, cultuur en steun?', en: 'What can the organisation do about time, culture and support?' },
    ],
  },
  INFLUENCE_GAP: {
    part: 'ROLE_DEFINITION',
    principles: [],
    isRare: false,
    name: { nl: 'Als invloed en verantwoordelijkheid niet in evenwicht zijn', en: 'Influence and responsibility out of balance' },
    meaning: {
      nl: 'De ervaren verantwoordelijkheid is groter dan de invloed die er werkelijk is.',
      en: 'The responsibility felt is larger than the influence there really is.',
    },
    whatHelps: {
      nl: 'Onderzoek waar wél invloed is; voor wat niet te beïnvloeden valt, draagt de hulpverlening geen verantwoordelijkheid.',
      en: 'Look for where there is influence; the help bears no responsibility for what it cannot influence.',
    },
    subtypes: {},
    questions: [
      { nl: 'Waar hebben we in deze casus wel invloed op, en waar niet?', en: 'What can we influence in this case, and what not?' },
      { nl: 'Welke afspraak met de organisatie of de opdrachtgever zou invloed en verantwoordelijkheid in balans brengen?', en: 'Which agreement with the organisation or the commissioner would balance influence and responsibility?' },
    ],
  },
} as const satisfies Record<string, PitfallEntry>;
