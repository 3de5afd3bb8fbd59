import type { PitfallCode } from '../reflection/pitfall.js';
import type { Wording } from '../shared/wording.js';

/** The words that go with one pitfall. */
export interface PitfallWording {
  readonly name: Wording;
  /** What the pattern is, in one sentence about the pattern and never about a person. */
  readonly meaning: Wording;
  readonly whatHelps: Wording;
}

export const PITFALL_WORDING: Readonly<Record<PitfallCode, PitfallWording>> = {
  COALITION: {
    name: { nl: 'De coalitie', en: 'Coalition' },
    meaning: {
      nl: 'Twee partijen trekken samen op tegen een derde, en de hulpverlening staat aan één kant.',
      en: 'Two parties join forces against a third, with the help on one side.',
    },
    whatHelps: {
      nl: 'Blijf in gesprek met iedereen en kies geen kant in het conflict.',
      en: 'Keep talking with everyone and take no side in the conflict.',
    },
  },
  TRIANGULATION: {
    name: { nl: 'Triangulatie', en: 'Triangulation' },
    meaning: {
      nl: 'Spanning tussen twee mensen loopt via een derde, met gezamenlijke boosheid of gezamenlijke zorg als bindmiddel.',
      en: 'Tension between two people is carried by a third, held together by shared anger or shared concern.',
    },
    whatHelps: {
      nl: 'Het patroon herkennen is de eerste stap; daarna hoeft niemand het nog te voeden.',
      en: 'Seeing the pattern is the first step; after that nobody needs to keep it going.',
    },
  },
  PARTIALITY: {
    name: { nl: 'Partijdigheid', en: 'Partiality' },
    meaning: {
      nl: 'Het belang van één persoon weegt zwaarder dan dat van de anderen.',
      en: 'The interest of one person outweighs that of the others.',
    },
    whatHelps: {
      nl: 'Meerzijdige partijdigheid: erken wat ieder nodig heeft en help hen daarover weer met elkaar te praten.',
      en: 'Side with everyone: recognise what each needs and help them to talk about it again.',
    },
  },
  PRESCRIBED: {
    name: { nl: 'De hulpverlener laat zich voorschrijven', en: 'Being prescribed to' },
    meaning: {
      nl: 'Iemand anders bepaalt wat de hulp moet zijn en hoe die eruitziet.',
      en: 'Someone else decides what the help must be and what it looks like.',
    },
    whatHelps: {
      nl: 'Zeg open wat niet kan en toon begrip voor de wens; leg de vraag van het gezin en die van de verwijzer naast elkaar.',
      en: 'Be open about what is not possible and show understanding for the wish; put the question of the family beside that of the referrer.',
    },
  },
  SECRECY: {
    name: { nl: 'Geheimhouding beloven bij ongevraagde informatie van derden', en: 'Promising secrecy on unsolicited information' },
    meaning: {
      nl: 'Een derde vertelt iets over de cliënt en vraagt het onder ons te houden.',
      en: 'A third party tells something about the client and asks to keep it between them.',
    },
    whatHelps: {
      nl: 'Beloof geen geheimhouding; weeg hoe ernstig en hoe concreet het is, en vertel de informant wat er met de informatie gebeurt.',
      en: 'Promise no secrecy; weigh how serious and how concrete it is, and tell the informant what happens with the information.',
    },
  },
  CLIENT_UNCLEAR: {
    name: { nl: 'Niet weten wie je tot je cliënten moet rekenen', en: 'Not knowing who your clients are' },
    meaning: {
      nl: 'Het is niet duidelijk wie in het gezin cliënt is en wie niet.',
      en: 'It is not clear who in the family is a client and who is not.',
    },
    whatHelps: {
      nl: 'Spreek af wie cliënt is; betrek anderen in overleg en met instemming.',
      en: 'Agree who is a client; involve others in consultation and with consent.',
    },
  },
  POWERLESSNESS: {
    name: { nl: 'Als machteloosheid niet herkend en erkend wordt', en: 'Powerlessness not recognised and acknowledged' },
    meaning: {
      nl: 'Machteloosheid blijft onbesproken en zoekt een uitweg, bijvoorbeeld in extra uren of een verwijzing.',
      en: 'Powerlessness stays unspoken and finds a way out, for instance in extra hours or a referral.',
    },
    whatHelps: {
      nl: 'Machteloosheid herkennen en uitspreken; nagaan wat er achter de vraag om uren of een verwijzing zit; bij onenigheid een rondetafelgesprek.',
      en: 'Recognise powerlessness and say it out loud; look at what lies behind the request for hours or a referral; hold a round table when agencies disagree.',
    },
  },
  INVISIBLE_CHILD: {
    name: { nl: 'Het onzichtbare kind', en: 'The invisible child' },
    meaning: {
      nl: 'De veiligheid en het welzijn van een kind raken uit beeld.',
      en: 'The safety and wellbeing of a child drop out of view.',
    },
    whatHelps: {
      nl: 'Houd kinderen in beeld; supervisie en intervisie helpen om te blijven kijken.',
      en: 'Keep children in view; supervision and intervision help to keep looking.',
    },
  },
  INFLUENCE_GAP: {
    name: { nl: 'Als invloed en verantwoordelijkheid niet in evenwicht zijn', en: 'Influence and responsibility out of balance' },
    meaning: {
      nl: 'De ervaren verantwoordelijkheid is groter dan de invloed die er werkelijk is.',
      en: 'The responsibility felt is larger than the influence there really is.',
    },
    whatHelps: {
      nl: 'Onderzoek waar wél invloed is; voor wat niet te beïnvloeden valt, draagt de hulpverlening geen verantwoordelijkheid.',
      en: 'Look for where there is influence; the help bears no responsibility for what it cannot influence.',
    },
  },
  BOUNDARIES: {
    name: { nl: 'Gebrek aan persoonlijke grenzen', en: 'Lack of personal boundaries' },
    meaning: {
      nl: 'Een persoonlijke grens wordt overschreden of blijft onuitgesproken.',
      en: 'A personal limit is crossed or left unspoken.',
    },
    whatHelps: {
      nl: 'Een grens zegt wat iemand zelf accepteert; zij schrijft de cliënt niets voor.',
      en: 'A limit says what someone accepts; it prescribes nothing to the client.',
    },
  },
};
