/** The languages of the product; Dutch comes first. */
export type Language = 'nl' | 'en';

/** A text in every language of the product. */
export type Wording = Readonly<Record<Language, string>>;
