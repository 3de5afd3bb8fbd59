import type { Language } from '../../shared/wording.js';

/** Words that would blame, rank, judge or colour; as whole words, in any inflection that matters. The one list for every text of the domain. */
export const FORBIDDEN: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(schuld\p{L}*|verwijt\p{L}*|fout\p{L}*|falen\p{L}*|faalt|tekortschiet\p{L}*|nalatig\p{L}*|mislukt\p{L}*|slecht(?!\p{L}* nieuws)\p{L}*|beter dan|beste|ranglijst\p{L}*|rangorde|koploper\p{L}*|achterblijver\p{L}*|rood|rode|groene?|oranje|verdubbel\p{L}*|verdrie(?:voud|dubbel)\p{L}*|presteer\p{L}*|presteren|prestatie\p{L}*|onwillig\p{L}*|halveer\p{L}*|verspil\p{L}*|verkeerde?|moeilijke? gezin\p{L}*|medewerkers?|beoordeel\p{L}*)(?!\p{L})/iu,
  en: /(?<!\p{L})(blam\p{L}*|guilt\p{L}*|faults?|faulty|fail\p{L}*|neglig\p{L}*|mistakes?|wrong|worse|worst|better than|best|rank\p{L}*|league table|laggards?|red|green|amber|doubl\p{L}*|twice|tripl\p{L}*|perform(?:s|ed|ing|ance\p{L}*)?|unwilling\p{L}*|halv\p{L}*|wast\p{L}*|difficult famil\p{L}*|employees?|staff member\p{L}*|underperform\p{L}*)(?!\p{L})/iu,
};

/** Nouns for one person. What a sentence about a figure says is said of a pattern, a team or the organisation. */
export const PERSONS: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(hulpverleners?|collega’s?|professionals?|manager|leidinggevende|iemands?|hij|haar|persoon)(?!\p{L})/iu,
  en: /(?<!\p{L})(professionals?|workers?|colleagues?|manager|someone|he|she|his|her|person)(?!\p{L})/iu,
};

/** Words that make a course over time out of figures; no sentence about one or two points has them. */
export const COURSE: Readonly<Record<Language, RegExp>> = {
  nl: /stijg|daal|daling|toegenomen|toename|afname|afgenomen|vaker|minder vaak|trend|keer zo|op rij|reeks|boven|onder de|gegroeid/iu,
  en: /ris(e|ing)|rose|fall|fell|increas|decreas|more often|less often|trend|times as|in a row|a run|above|below|grew|grown/iu,
};

/** Small words of the other language: where one stands, a sentence was not translated. */
export const OTHER_LANGUAGE: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(the|this|that|these|what|which|not|are|and|for|with|hours?|reflections|teams compared)(?!\p{L})/iu,
  en: /(?<!\p{L})(de|het|een|van|dit|dat|niet|niets|nog|zijn|wat|welk|voor|met|bij|uur|reflecties|elke|er)(?!\p{L})/iu,
};
