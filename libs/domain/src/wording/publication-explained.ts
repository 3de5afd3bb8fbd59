import { LEAST_UNITS_BEYOND_A_TEAM } from '../measure/grain.js';
import { BLOCK_FLOOR, PART_FLOOR } from '../publication/block-floor.js';
import { HOURS_STEP } from '../publication/hours-safety.js';
import { ROUNDING_BASE } from '../publication/rounded-count.js';
import type { Wording } from '../shared/wording.js';

/** A section of the explanation, with a code for addresses. */
export interface ExplainedSection {
  readonly code: string;
  readonly title: Wording;
  readonly paragraphs: readonly [Wording, ...Wording[]];
}

const { professionals, cases, reflections } = BLOCK_FLOOR;

const WHAT_IS_SHOWN: readonly ExplainedSection[] = [
  {
    code: 'shown',
    title: { nl: 'Wat te zien is', en: 'What is shown' },
    paragraphs: [
      {
        nl: 'Cijfers gaan over teams, regio’s en de organisatie, nooit over één hulpverlener of één gezin. Iedereen die meeleest kent het team en de casussen; daarom is elk cijfer zo gemaakt dat ook dan niemand te herkennen is.',
        en: 'Figures are about teams, regions and the organisation, never about one professional or one family. Whoever reads along knows the team and the cases; so each figure is made in such a way that nobody can be recognised even then.',
      },
      {
        nl: 'Iedereen ziet dezelfde cijfers. Een rol bepaalt alleen welke teams iemand ziet. Alles op het scherm, ook lijnen, signalen en zinnen, is berekend uit de cijfers die zijn uitgegeven.',
        en: 'Everybody sees the same figures. A role only decides which teams one sees. Everything on screen, lines, signals and sentences as well, is worked out from the figures that went out.',
      },
    ],
  },
  {
    code: 'merged',
    title: { nl: 'Waarom sommige maanden samen gaan', en: 'Why some months go together' },
    paragraphs: [
      {
        nl: `Een maand staat op zichzelf vanaf ${reflections} reflecties van ten minste ${professionals} hulpverleners over ten minste ${cases} casussen. Niet meer dan de helft komt dan van één hulpverlener of gaat over één casus. De organisatie kan meer vragen, nooit minder.`,
        en: `A month stands by itself from ${reflections} reflections by at least ${professionals} professionals on at least ${cases} cases. No more than half then come from one professional or are about one case. The organisation can ask for more, never for less.`,
      },
      {
        nl: 'Is het minder, dan wacht de maand en gaat samen met de volgende. Het bijschrift noemt dan alle maanden die erin zitten, en het cijfer hoort bij het kwartaal van de laatste.',
        en: 'When there is less, the month waits and goes together with the next. The label then names all months in it, and the figure belongs to the quarter of the last one.',
      },
      {
        nl: `Een vraag die maar over een deel van de reflecties gaat, wacht tot dat deel met ongeveer ${PART_FLOOR} is gegroeid. Daarom kan bij het ene cijfer een maand apart staan en bij het andere samen.`,
        en: `A question that is about some of the reflections only waits until these have grown by about ${PART_FLOOR}. So a month can stand apart for one figure and go together for another.`,
      },
    ],
  },
  {
    code: 'once',
    title: { nl: 'Eén keer, en daarna niet meer anders', en: 'Once, and not changed after that' },
    paragraphs: [
      {
        nl: 'Een cijfer dat is uitgegeven verandert niet meer. Wat later binnenkomt, telt mee in de volgende maand. Anders zou het verschil tussen twee versies verraden wat er bij kwam of weg ging.',
        en: 'A figure that went out does not change any more. What comes in later counts in the next month. Otherwise the difference between two versions would give away what came in or went.',
      },
    ],
  },
];

const HOW_IT_IS_PROTECTED: readonly ExplainedSection[] = [
  {
    code: 'rounded',
    title: { nl: 'Waarom aantallen veelvouden van drie zijn', en: 'Why counts are multiples of three' },
    paragraphs: [
      {
        nl: `Alleen het aantal reflecties van een periode (n) is precies. Elk ander aantal is een veelvoud van ${ROUNDING_BASE} en ligt meestal hoogstens 2 van het echte aantal. Zo is één reflectie meer of minder niet te zien.`,
        en: `Only the number of reflections of a period (n) is exact. Every other count is a multiple of ${ROUNDING_BASE} and mostly lies within 2 of the true one. So one reflection more or less can not be seen.`,
      },
      {
        nl: 'Een nul leest u daarom als ‘0 tot 2’, en ‘alle’ staat er nooit. Een aandeel is berekend uit twee afgeronde aantallen; lees het als ongeveer.',
        en: 'So read a zero as ‘0 to 2’, and ‘all’ is never said. A share is worked out from two rounded counts; read it as roughly so.',
      },
      {
        nl: 'Wat zelden voorkomt en zwaar weegt, ziet een team per halfjaar als ‘0–2’, ‘1–5’ of ‘4 of meer’.',
        en: 'What is rare and weighs heavily, a team sees per half-year as ‘0–2’, ‘1–5’ or ‘4 or more’.',
      },
    ],
  },
  {
    code: 'divided',
    title: { nl: 'Uitsplitsingen, uren en optellingen', en: 'Breakdowns, hours and sums' },
    paragraphs: [
      {
        nl: 'Een team wordt per kwartaal naar één ding tegelijk uitgesplitst. Kleine en lege groepen gaan samen, en ‘niet bekend’ is altijd een van de groepen.',
        en: 'A team is divided by one thing at a time, per quarter. Small and empty groups go together, and ‘not known’ is always one of the groups.',
      },
      {
        nl: `Uren zijn afgerond op ${HOURS_STEP}. Ze verschijnen als ten minste ${professionals} hulpverleners uren kregen en geen grote toekenning de som bepaalt.`,
        en: `Hours are rounded to ${HOURS_STEP}. They appear when at least ${professionals} professionals were granted some and no large grant decides the sum.`,
      },
      {
        nl: `Een kwartaal, een jaar, een regio of de organisatie telt op wat al was uitgegeven, en zegt over hoeveel teams het gaat. Wat alleen voor een regio of de organisatie bestaat, telt ten minste ${LEAST_UNITS_BEYOND_A_TEAM} teams.`,
        en: `A quarter, a year, a region or the organisation adds up what went out before, and says how many teams it covers. What exists for a region or the organisation only counts at least ${LEAST_UNITS_BEYOND_A_TEAM} teams.`,
      },
    ],
  },
  {
    code: 'withheld',
    title: { nl: 'Nog niet te tonen, nul en niets aangeleverd', en: 'Not to be shown yet, zero and nothing reported' },
    paragraphs: [
      {
        nl: '‘Nog niet te tonen’ is beschermd, of nog niet bekend; de reden staat er nooit bij. ‘0 tot 2’ is een cijfer. ‘Niets aangeleverd’ is geen van beide: er kwam niets binnen.',
        en: '‘Not to be shown yet’ is protected, or not known yet; the reason is never given. ‘0 to 2’ is a figure. ‘Nothing reported’ is neither: nothing came in.',
      },
    ],
  },
];

const HOW_IT_IS_CHECKED: readonly ExplainedSection[] = [
  {
    code: 'checked',
    title: { nl: 'Hoe dit wordt gecontroleerd', en: 'How this is checked' },
    paragraphs: [
      {
        nl: 'Voor elke uitgave probeert het programma iets over te kleine groepen af te leiden. Het gebruikt daarbij alles wat eerder is uitgegeven, de nieuwe cijfers en wat een collega kan weten. Lukt dat ergens, dan gaat de uitgave niet door.',
        en: 'Before each release the program tries to work out something about groups that are too small. For this it uses everything that went out before, the new figures and what a colleague can know. If that works anywhere, the release does not go out.',
      },
    ],
  },
  {
    code: 'residue',
    title: { nl: 'Wat er overblijft', en: 'What remains' },
    paragraphs: [
      {
        nl: 'Eén mogelijkheid is bekend en blijft over. Als alle opgemerkte reflecties van één hulpverlener zijn, kan die in de optelling van twee of meer perioden soms zien dat niemand anders er een had. In een losse periode kan dit niet, en het komt zelden voor. Deze mogelijkheid ligt voor bij de ondernemingsraad als om instemming wordt gevraagd.',
        en: 'One possibility is known and remains. If all noticed reflections are from one professional, that professional can sometimes see in the sum of two or more periods that nobody else had one. In a single period this can not happen, and it is rare. This possibility is put before the works council when consent is asked for.',
      },
      {
        nl: 'Lijsten voor opvolging, zoals meldingen over een kind, zijn geen statistiek en hebben eigen regels: geen pseudoniem, en geen datum fijner dan de week, behalve voor kwaliteitsmedewerkers die ermee aan de slag gaan.',
        en: 'Lists for follow-up, such as alerts about a child, are no statistics and have rules of their own: no pseudonym, and no date finer than the week, except for quality staff who act on them.',
      },
    ],
  },
];

/** What is published, why some months go together and which rules protect it; for the works council and the data protection officer. */
export const PUBLICATION_EXPLAINED: readonly ExplainedSection[] = [...WHAT_IS_SHOWN, ...HOW_IT_IS_PROTECTED, ...HOW_IT_IS_CHECKED];
