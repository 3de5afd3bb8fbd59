import { MAKERS_OF_FORMS } from './makers-of-forms.js';
import { MAKERS_OF_SENTENCES } from './makers-of-sentences.js';
import type { SentenceMaker } from './sentence-maker.js';

/** Every function of the wording folder that makes text; a new one gets a line in one of the two lists, or the laws of sentences fail. */
export const EVERY_MAKER: readonly SentenceMaker[] = [...MAKERS_OF_FORMS, ...MAKERS_OF_SENTENCES];

/** The exported functions that answer with something else than text. */
export const WITHOUT_TEXT: readonly string[] = ['hasCells', 'hasShare', 'isFigure', 'isSignalSide'];
