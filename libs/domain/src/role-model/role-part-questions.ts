import type { Wording } from '../shared/wording.js';
import type { RolePart } from './role-part.js';

/** Questions about each part of the role, for a group that looks at its work together. */
export const ROLE_PART_QUESTIONS: Readonly<Record<RolePart, readonly Wording[]>> = {
  ROLE_DEFINITION: [
    { nl: 'Wat vraagt de organisatie van ons in zulke situaties, en is dat uitgewerkt?', en: 'What does the organisation ask of us in such situations, and has that been worked out?' },
    { nl: 'Op wat er van ons wordt verwacht: hebben we daar genoeg invloed op?', en: 'Do we have enough influence on what is expected of us?' },
  ],
  ROLE_AWARENESS: [
    { nl: 'Wat past hier bij onze rol, en wat niet?', en: 'What fits our role here, and what does not?' },
    { nl: 'Welk principe raakt dit: niet schaden, autonomie, welzijn of privacy?', en: 'Which principle does this touch: do no harm, autonomy, wellbeing or privacy?' },
  ],
  ROLE_TAKING: [
    { nl: 'Hoe ziet het gezin onze hulp, en wat weten we daar nog niet van?', en: 'How does the family see our help, and what do we not know of that yet?' },
    { nl: 'Heeft ieder die meedoet daarmee ingestemd?', en: 'Has everyone who takes part consented to it?' },
  ],
  ROLE_STEADFASTNESS: [
    { nl: 'Wat maakt het lastig om bij onze rol te blijven als de problemen groot zijn?', en: 'What makes it hard to stay with our role when the problems are large?' },
    { nl: 'Welke steun hebben we daarbij nodig, en van wie?', en: 'Which support do we need for that, and from whom?' },
  ],
};

/** Asked in every session, whatever its themes: about culture and about help that was not asked for. */
export const QUESTIONS_OF_EVERY_SESSION: readonly Wording[] = [
  { nl: 'Wat betekent hulp krijgen in dit gezin, en door welke culturele bril kijken wij zelf?', en: 'What does receiving help mean in this family, and through which cultural lens do we look ourselves?' },
  {
    nl: 'Schrijft een derde de hulp voor: hoe bieden we aan zonder te dwingen, vragen we neutraal wat weigeren zou betekenen, en blijven we buiten de besluiten van die derde?',
    en: 'Does a third party prescribe the help: how do we offer without forcing, ask neutrally what refusing would mean, and stay out of the decisions of that third party?',
  },
];
