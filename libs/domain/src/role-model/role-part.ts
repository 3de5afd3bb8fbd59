import type { Wording } from '../shared/wording.js';

/**
 * The four linked parts of role clarity, in the order of the model.
 *
 * Source: Van den Heuvel & Derks 2011, as used by Van Diggelen & Brouwer 2020.
 */
export const ROLE_PARTS = ['ROLE_DEFINITION', 'ROLE_AWARENESS', 'ROLE_TAKING', 'ROLE_STEADFASTNESS'] as const;

export type RolePart = (typeof ROLE_PARTS)[number];

/** The ethical principles that belong to role awareness. */
export const PRINCIPLES = ['NO_HARM', 'AUTONOMY', 'WELLBEING', 'PRIVACY'] as const;

export type Principle = (typeof PRINCIPLES)[number];

/** The words that go with a part of the role. */
export interface RolePartWording {
  readonly name: Wording;
  /** What belongs to it. */
  readonly meaning: Wording;
  /** Whose move it is when this part is unclear; never a person's alone. */
  readonly whoseMove: Wording;
}

export const ROLE_PART_WORDING: Readonly<Record<RolePart, RolePartWording>> = {
  ROLE_DEFINITION: {
    name: { nl: 'Roldefinitie', en: 'Role definition' },
    meaning: {
      nl: 'De organisatie heeft taken, verantwoordelijkheden en bevoegdheden uitgewerkt, en er is genoeg invloed op wat van de rol wordt verwacht.',
      en: 'The organisation has worked out tasks, responsibilities and authorities, and there is enough influence on what is expected of the role.',
    },
    whoseMove: {
      nl: 'Blijft dit onhelder, dan is het aan de organisatie om de rol uit te werken.',
      en: 'When this stays unclear, it is for the organisation to work the role out.',
    },
  },
  ROLE_AWARENESS: {
    name: { nl: 'Rolbesef', en: 'Role awareness' },
    meaning: {
      nl: 'Weten wat bij de rol past en wat niet, en wat risico’s geeft of grenzen overschrijdt.',
      en: 'Knowing what fits the role and what does not, and what carries risk or crosses a limit.',
    },
    whoseMove: {
      nl: 'Werkbegeleiding en intervisie geven ruimte om dit samen te wegen.',
      en: 'Work guidance and intervision give room to weigh this together.',
    },
  },
  ROLE_TAKING: {
    name: { nl: 'Rolneming', en: 'Role-taking' },
    meaning: {
      nl: 'Vanuit de rol handelen: nieuwsgierig naar hoe het gezin het ziet, met oog voor de context, met moed en volharding.',
      en: 'Acting from the role: curious about how the family sees it, with an eye for the context, with courage and persistence.',
    },
    whoseMove: {
      nl: 'Lukt dit vaak niet, kijk dan ook of de roldefinitie duidelijk genoeg is.',
      en: 'When this is often hard, look also at whether the role definition is clear enough.',
    },
  },
  ROLE_STEADFASTNESS: {
    name: { nl: 'Rolvastheid', en: 'Role steadfastness' },
    meaning: {
      nl: 'Vasthouden aan wat juist is, ook bij grote problemen en machteloosheid.',
      en: 'Keeping to what is right, also under severe problems and powerlessness.',
    },
    whoseMove: {
      nl: 'Dit vraagt steun: werkbegeleiding, supervisie of intervisie.',
      en: 'This needs support: work guidance, supervision or intervision.',
    },
  },
};

export const PRINCIPLE_WORDING: Readonly<Record<Principle, Wording>> = {
  NO_HARM: { nl: 'Niet schaden', en: 'Do no harm' },
  AUTONOMY: { nl: 'Respect voor autonomie', en: 'Respect for autonomy' },
  WELLBEING: { nl: 'Inzet voor welzijn', en: 'Commitment to wellbeing' },
  PRIVACY: { nl: 'Privacy', en: 'Privacy' },
};
