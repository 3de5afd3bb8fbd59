import type { Direction, Measure, Reader } from '../measure/measure.js';
import type { Language, Wording } from '../shared/wording.js';

/** What a step is chosen by: kinds that ask for the same step are one; shares of reflections differ by direction. */
type StepFor = Exclude<Direction, 'none'> | 'hours' | 'support' | 'context';

const FIND_OUT_TOGETHER: Wording = {
  nl: 'Is er iets nodig om het vastleggen makkelijker te maken?',
  en: 'Is anything needed to make recording easier?',
};

const STEPS: Readonly<Record<Reader, Readonly<Record<StepFor, Wording>>>> = {
  'team-manager': {
    neutral: { nl: 'Een thema om voor te stellen voor intervisie?', en: 'A theme to propose for intervision?' },
    'up-is-better': {
      nl: 'Wat heeft het team nodig om dit vaker te laten lukken: tijd, werkbegeleiding of supervisie?',
      en: 'What does the team need to make this possible more often: time, work guidance or supervision?',
    },
    'down-is-better': { nl: 'Zullen we hier supervisie op plannen?', en: 'Shall we plan supervision on this?' },
    hours: { nl: 'Een vraag voor de werkbegeleiding: wat speelde er mee bij deze uren?', en: 'A question for work guidance: what played a part in these hours?' },
    support: { nl: 'Welk moment zetten we nu alvast in de agenda?', en: 'Which session shall we put in the diary now?' },
    context: FIND_OUT_TOGETHER,
  },
  'quality-staff': {
    neutral: { nl: 'Welk team kan deze week vertellen wat er speelt?', en: 'Which team could tell this week what is going on?' },
    'up-is-better': {
      nl: 'Welk team vragen we deze week wat er nodig is om dit vaker te laten lukken?',
      en: 'Which team do we ask this week what it needs to make this possible more often?',
    },
    'down-is-better': { nl: 'Welk team vragen we deze week wat hierbij meespeelt?', en: 'Which team do we ask this week what plays a part here?' },
    hours: { nl: 'Welk team kan vertellen hoe zo’n vraag om uren ontstaat?', en: 'Which team could tell how such a request for hours comes about?' },
    support: { nl: 'Welk team bieden we een nieuw moment van begeleiding aan?', en: 'Which team do we offer a new support session?' },
    context: FIND_OUT_TOGETHER,
  },
  director: {
    neutral: { nl: 'Wat kan de organisatie hierin veranderen: tijd, opdracht of steun?', en: 'What can the organisation change here: time, assignment or support?' },
    'up-is-better': { nl: 'Wat kan de organisatie doen om dit vaker mogelijk te maken?', en: 'What can the organisation do to make this possible more often?' },
    'down-is-better': { nl: 'Wat kan de organisatie doen zodat dit minder nodig is?', en: 'What can the organisation do so that this is needed less often?' },
    hours: { nl: 'Wat kan de organisatie met de financier over deze uren bespreken?', en: 'What can the organisation discuss with the funder about these hours?' },
    support: { nl: 'Wat kan de organisatie doen zodat begeleiding doorgaat?', en: 'What can the organisation do so that support goes ahead?' },
    context: FIND_OUT_TOGETHER,
  },
  administrator: {
    neutral: { nl: 'Is deze periode compleet aangeleverd?', en: 'Was this period delivered in full?' },
    'up-is-better': { nl: 'Zijn deze antwoorden van alle teams aangeleverd?', en: 'Were these answers delivered by all teams?' },
    'down-is-better': { nl: 'Zijn deze antwoorden van alle teams aangeleverd?', en: 'Were these answers delivered by all teams?' },
    hours: { nl: 'Zijn de uren van deze periode compleet aangeleverd?', en: 'Were the hours of this period delivered in full?' },
    support: { nl: 'Zijn alle momenten van begeleiding aangeleverd?', en: 'Were all support sessions delivered?' },
    context: FIND_OUT_TOGETHER,
  },
};

/** What is asked when something went well. */
export const WHAT_HELPED: Wording = { nl: 'Wat hielp hierbij?', en: 'What helped here?' };

/** What decides about the step; every measure of the catalogue has it. */
export type StepMeasure = Pick<Measure, 'kind' | 'direction'>;

/**
 * The question or offer that a measure leads this reader to, in one sentence: a team manager proposes a theme or plans supervision, quality staff
 * choose a team to ask, a director looks at what the organisation can change, an administrator at the delivery.
 *
 * It follows from kind and direction alone, so that a new measure has its step at once, and it is the same whichever way a neutral measure moves.
 */
export function nextQuestion(measure: StepMeasure, reader: Reader, language: Language): string {
  return STEPS[reader][stepFor(measure)][language];
}

/** What helps with the measure, where the catalogue knows something, and then the question for this reader. */
export function nextStepSentence(measure: StepMeasure & Pick<Measure, 'whatHelps'>, reader: Reader, language: Language): string {
  const question = nextQuestion(measure, reader, language);
  return measure.whatHelps === null ? question : `${measure.whatHelps[language]} ${question}`;
}

function stepFor({ kind, direction }: StepMeasure): StepFor {
  switch (kind) {
    case 'reflection-share':
      return direction === 'none' ? 'context' : direction;
    case 'reflection-hours':
      return 'hours';
    case 'support-share':
    case 'support-reach':
      return 'support';
    case 'field-share':
    case 'derived':
      return 'context';
  }
}
