import type { Language, Wording } from '../shared/wording.js';

/** Whatever ends a line, steers the direction of text or can't be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

const UNNAMED: Wording = { nl: 'dit team', en: 'this team' };

/**
 * The name of a unit as it stands in a sentence: its own letters, capitals and signs, in one line.
 *
 * The name is the only free text that a sentence holds. Line breaks, tabs, unseen signs and signs that turn the direction of text around
 * become one space; an empty name becomes 'dit team'. Signs such as & or < stay: whoever draws the sentence draws it as text, not as markup.
 */
export function unitNameForm(name: string, language: Language): string {
  const seen = name.replace(UNSEEN, ' ').trim();
  return seen === '' ? UNNAMED[language] : seen;
}

/** Names of units in one phrase, by name and never by figure: 'Noord, Oost en Zuid' in Dutch, 'Noord, Oost and Zuid' in English. */
export function unitNamesForm(names: readonly string[], language: Language): string {
  const inOrder = names.map((name) => unitNameForm(name, language)).sort((one, other) => one.localeCompare(other, 'nl'));
  const rest = inOrder.slice(0, -1).join(', ');
  const last = inOrder.at(-1) ?? '';
  return rest === '' ? last : `${rest} ${{ nl: 'en', en: 'and' }[language]} ${last}`;
}

/** The name of an entry of the catalogue between quotation marks, so that it reads as a name: ‘De coalitie’. */
export function quotedNameForm(name: Wording, language: Language): string {
  return `‘${name[language]}’`;
}

/** A name of the catalogue in the midst of a sentence: 'Juridisch kader' becomes 'juridisch kader'; 'LVB' and 'Q3' keep their capitals. */
export function innerNameForm(name: Wording, language: Language): string {
  return name[language].replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
}
