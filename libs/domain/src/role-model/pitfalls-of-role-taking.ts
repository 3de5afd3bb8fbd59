import type { PitfallEntry } from './pitfall-entry.js';

/** Pitfalls in which the help gets a side in what is between others. */
export const PITFALLS_OF_ROLE_TAKING = {
  COALITION: {
    part: 'ROLE_TAKING',
    principles: ['WELLBEING'],
    isRare: false,
    name: { nl: 'De coalitie', en: 'Coalition' },
    meaning: {
      nl: 'Twee partijen trekken samen op tegen een derde, en de hulpverlening staat aan één kant.',
      en: 'Two parties join forces against a third, with the help on one side.',
    },
    whatHelps: {
      nl: 'Blijf in gesprek met iedereen en kies geen kant in het conflict.',
      en: 'Keep talking with everyone and take no side in the conflict.',
    },
    subtypes: {
      WITH_CLIENT_AGAINST_FAMILY: { nl: 'met de cliënt tegen een gezinslid', en: 'with the client against a family member' },
      WITH_CLIENT_AGAINST_PROFESSIONAL: {
        nl: 'met de cliënt tegen een hulpverlener of instantie',
        en: 'with the client against a professional or agency',
      },
      WITH_PROFESSIONAL: { nl: 'met een andere hulpverlener', en: 'with another professional' },
    },
    questions: [
      { nl: 'Wie staat er in deze casus buiten, en hoe klinkt het verhaal van die kant?', en: 'Who is left outside in this case, and how does the story sound from there?' },
      { nl: 'Wat zou er gebeuren als we weer met iedereen om tafel zaten?', en: 'What would happen if we sat down with everyone again?' },
    ],
  },
  TRIANGULATION: {
    part: 'ROLE_TAKING',
    principles: ['WELLBEING'],
    isRare: false,
    name: { nl: 'Triangulatie', en: 'Triangulation' },
    meaning: {
      nl: 'Spanning tussen twee mensen loopt via een derde, met gezamenlijke boosheid of gezamenlijke zorg als bindmiddel.',
      en: 'Tension between two people is carried by a third, held together by shared anger or shared concern.',
    },
    whatHelps: {
      nl: 'Het patroon herkennen is de eerste stap; daarna hoeft niemand het nog te voeden.',
      en: 'Seeing the pattern is the first step; after that nobody needs to keep it going.',
    },
    subtypes: {
      SHARED_ANGER: { nl: 'gezamenlijke boosheid (zondebok)', en: 'shared anger (scapegoat)' },
      SHARED_CONCERN: { nl: 'gezamenlijke zorg', en: 'shared concern' },
    },
    questions: [
      { nl: 'Waarover zouden deze twee praten als de derde er niet was?', en: 'What would these two talk about if the third were not there?' },
      { nl: 'Op welke manier houdt onze hulp het patroon in stand?', en: 'In what way does our help keep the pattern going?' },
    ],
  },
  PARTIALITY: {
    part: 'ROLE_TAKING',
    principles: ['WELLBEING'],
    isRare: false,
    name: { nl: 'Partijdigheid', en: 'Partiality' },
    meaning: {
      nl: 'Het belang van één persoon weegt zwaarder dan dat van de anderen.',
      en: 'The interest of one person outweighs that of the others.',
    },
    whatHelps: {
      nl: 'Meerzijdige partijdigheid: erken wat ieder nodig heeft en help hen daarover weer met elkaar te praten.',
      en: 'Side with everyone: recognise what each needs and help them to talk about it again.',
    },
    subtypes: {},
    questions: [
      { nl: 'Wiens belang kwam het minst aan bod, en hoe kan dat alsnog?', en: 'Whose interest was heard least, and how can it still be heard?' },
      {
        nl: 'Wat betekent het voor dit gezin om hulp te krijgen, en door welke bril kijken wij zelf?',
        en: 'What does receiving help mean for this family, and through which lens do we look ourselves?',
      },
    ],
  },
} as const satisfies Record<string, PitfallEntry>;
