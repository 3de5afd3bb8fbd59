import type { nl } from './nl';

type InAnyLanguage<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : InAnyLanguage<Tree[Key]> };

/** All texts in one language: a missing or unknown key fails to compile. */
export type Texts = InAnyLanguage<typeof nl>;
