import { ROLE_PART_WORDING, ROLE_PARTS, type RolePart } from '../role-model/role-part.js';
import type { ReflectionField } from '../reflection/reflection-fields.js';
import { both, INFLUENCE_GAP_WIDE, is, known, MANY_AGENCIES } from './count.js';
import { TEAM_MONTH, TEAM_QUARTER } from './grain.js';
import type { Measure } from './measure.js';
import { share } from './reflection-share.js';

const FIELD_OF_PART = {
  ROLE_DEFINITION: 'roleDefinition',
  ROLE_AWARENESS: 'roleAwareness',
  ROLE_TAKING: 'roleTaking',
  ROLE_STEADFASTNESS: 'roleSteadfastness',
} as const satisfies Record<RolePart, ReflectionField>;

function roleMeasure(part: RolePart): Measure {
  const { name, meaning, whoseMove } = ROLE_PART_WORDING[part];
  const field = FIELD_OF_PART[part];
  return share({
    code: part,
    direction: 'neutral',
    grain: TEAM_MONTH,
    neededFirstBy: part === 'ROLE_DEFINITION' ? ['team-manager', 'director'] : ['team-manager'],
    numerator: is(field, 1, 2, 3),
    denominator: known(field),
    over: 'part',
    name: { nl: `${name.nl} niet of deels helder`, en: `${name.en} not or partly clear` },
    definition: {
      nl: `Het aantal reflecties met een score van 1 tot en met 3 op een schaal van 5 (niet of deels helder in deze casus), van de reflecties met een score. ${meaning.nl}`,
      en: `The number of reflections with a score of 1 to 3 on a scale of 5 (not or partly clear in this case), of the reflections with a score. ${meaning.en}`,
    },
    caution: {
      nl: 'Een lage score gaat over de rol in een casus; ze is nooit een doel en zegt niets over iemands kunnen.',
      en: 'A low score is about the role in a case; it is never a target and says nothing about what someone can do.',
    },
    whatHelps: whoseMove,
  });
}

/** Clarity of the four parts of the role, and how far responsibility and influence lie apart. */
export const MEASURES_OF_ROLES: readonly Measure[] = [
  ...ROLE_PARTS.map(roleMeasure),
  share({
    code: 'INFLUENCE_GAP_WIDE',
    direction: 'neutral',
    grain: TEAM_MONTH,
    neededFirstBy: ['team-manager', 'director'],
    numerator: INFLUENCE_GAP_WIDE,
    denominator: both(known('feltResponsibility'), known('realInfluence')),
    over: 'part',
    name: { nl: 'Verantwoordelijkheid ruim boven invloed', en: 'Responsibility well above influence' },
    definition: {
      nl: 'Het aantal reflecties waarin de ervaren verantwoordelijkheid twee punten of meer boven de werkelijke invloed ligt, van de reflecties waarin beide een score hebben.',
      en: 'The number of reflections in which felt responsibility lies two points or more above real influence, of the reflections in which both have a score.',
    },
    caution: {
      nl: 'Een verschil wijst naar de afspraken rond de rol; het is geen eigenschap van mensen.',
      en: 'A gap points to the agreements around the role; it is not a trait of people.',
    },
    whatHelps: {
      nl: 'Kijk samen waar meer invloed mogelijk is en welke verwachting kan worden losgelaten.',
      en: 'Look together where more influence is possible and which expectation can be let go.',
    },
  }),
  share({
    code: 'AGENCY_LOAD',
    direction: 'neutral',
    grain: TEAM_QUARTER,
    neededFirstBy: ['director'],
    numerator: MANY_AGENCIES,
    denominator: known('agenciesInvolved'),
    over: 'part',
    name: { nl: 'Zes of meer instanties betrokken', en: 'Six or more agencies involved' },
    definition: {
      nl: 'Het aantal reflecties waarin zes of meer instanties betrokken zijn, van de reflecties waarin het aantal bekend is.',
      en: 'The number of reflections in which six or more agencies are involved, of the reflections in which the number is known.',
    },
    caution: {
      nl: 'Dit is achtergrond bij andere cijfers: het laat zien hoe vaak er rond een gezin veel instanties zijn.',
      en: 'This is context for other figures: it shows how often there are many agencies around a family.',
    },
  }),
];
