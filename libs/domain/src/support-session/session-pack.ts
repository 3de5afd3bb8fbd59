import { SUPPORT_KIND_WORDING, type SupportKind } from '../measure/support-session.js';
import { PITFALLS, type PitfallCode } from '../role-model/pitfall.js';
import { QUESTIONS_OF_EVERY_SESSION, ROLE_PART_QUESTIONS } from '../role-model/role-part-questions.js';
import { PRINCIPLE_WORDING, ROLE_PART_WORDING, ROLE_PARTS } from '../role-model/role-part.js';
import type { Language, Wording } from '../shared/wording.js';

/** One theme of a session in words. */
export interface PackTheme {
  readonly name: string;
  /** What the pattern is. */
  readonly pattern: string;
  /** The part of the role it belongs to, and the principles it touches. */
  readonly rolePart: string;
  readonly principles: readonly string[];
  readonly questions: readonly string[];
  readonly whatHelps: string;
}

/** Questions about one part of the role. */
export interface PackRolePart {
  readonly name: string;
  readonly meaning: string;
  readonly questions: readonly string[];
}

/** What a group takes to a session, to be printed: patterns and questions, no figures and no cases. */
export interface SessionPack {
  readonly title: string;
  /** How to use it. */
  readonly opening: readonly string[];
  readonly themes: readonly PackTheme[];
  readonly roleParts: readonly PackRolePart[];
  readonly everySession: readonly string[];
  /** What this is not. */
  readonly closing: readonly string[];
}

/** Said on every page and paper about alerts and children. */
export const NO_EMERGENCY_ROUTE: Wording = {
  nl: 'Dit is geen weg voor spoed. Bel bij acuut gevaar 112 of Veilig Thuis 0800-2000 en volg de eigen Meldcode.',
  en: 'This is no emergency route. In acute danger call 112 or Veilig Thuis 0800-2000 and follow your own Meldcode.',
};

const TITLE: Wording = { nl: 'Voor een gesprek bij', en: 'For a session of' };

const OPENING: readonly Wording[] = [
  { nl: 'Een voorstel om samen over te praten; de groep kiest zelf wat zij oppakt.', en: 'A proposal to talk about together; the group itself chooses what it takes up.' },
  { nl: 'Noem geen namen of casussen op papier.', en: 'Put no names or cases on paper.' },
];

/**
 * The pack of a session.
 *
 * @param themes what is proposed; without any, only the parts of the role and the questions of every session are in it, and all four parts are.
 */
export function sessionPack(kind: SupportKind, themes: readonly PitfallCode[], language: Language): SessionPack {
  const say = (words: Wording): string => words[language];
  const parts = ROLE_PARTS.filter((part) => themes.length === 0 || themes.some((theme) => PITFALLS[theme].part === part));
  return {
    title: `${say(TITLE)} ${say(SUPPORT_KIND_WORDING[kind])}`,
    opening: OPENING.map(say),
    themes: themes.map((theme) => {
      const { name, meaning, part, principles, questions, whatHelps } = PITFALLS[theme];
      return {
        name: say(name),
        pattern: say(meaning),
        rolePart: say(ROLE_PART_WORDING[part].name),
        principles: principles.map((principle) => say(PRINCIPLE_WORDING[principle])),
        questions: questions.map(say),
        whatHelps: say(whatHelps),
      };
    }),
    roleParts: parts.map((part) => ({ name: say(ROLE_PART_WORDING[part].name), meaning: say(ROLE_PART_WORDING[part].meaning), questions: ROLE_PART_QUESTIONS[part].map(say) })),
    everySession: QUESTIONS_OF_EVERY_SESSION.map(say),
    closing: [say(NO_EMERGENCY_ROUTE)],
  };
}
