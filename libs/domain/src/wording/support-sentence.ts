import { SUPPORT_KIND_WORDING, SUPPORT_KINDS, type SupportKind } from '../measure/support-session.js';
import type { WeeksSinceSupport } from '../measure/weeks-since-support.js';
import type { PublishedCell } from '../publication/published-cell.js';
import { FOLLOW_THROUGH_DAYS } from '../reflection/follow-through.js';
import type { Language, Wording } from '../shared/wording.js';
import { ABSENT_WORDS, isFigure, shareFigure } from './figure-phrase.js';
import { nextQuestion, WHAT_HELPED } from './next-step.js';
import { countForm } from './number-form.js';
import { periodLabel, type MonthsOfFigure } from './period-label.js';

const DUTY: Wording = {
  nl: 'Begeleiding mogelijk maken is een opdracht van de organisatie.',
  en: 'Making support possible is a duty of the organisation.',
};

const ASK_FOR_ROOM: Wording = { nl: 'Wat kan de organisatie doen om hier ruimte voor te maken?', en: 'What can the organisation do to make room for this?' };

/** The support sessions of one unit in one period. From the diary, so exact; those still to come are planned and nothing else. */
export interface SupportSessions {
  readonly period: MonthsOfFigure;
  readonly planned: number;
  readonly held: number;
  readonly cancelledByUs: number;
  readonly cancelledByTeam: number;
}

/** Sessions planned and held, and who cancelled: the organisation or the team, never a person. Then whose duty it is, and a question for a director. */
export function supportSessionsSentence(sessions: SupportSessions, language: Language): string {
  const label = periodLabel(sessions.period.from, sessions.period.through, language);
  const [planned, held, byUs, byTeam] = [sessions.planned, sessions.held, sessions.cancelledByUs, sessions.cancelledByTeam].map((count) => countForm(count, language));
  const counts: Wording = {
    nl: `Momenten van begeleiding, ${label}: ${planned} gepland, ${held} gehouden, ${byUs} afgezegd door de organisatie en ${byTeam} door het team.`,
    en: `Support sessions, ${label}: ${planned} planned, ${held} held, ${byUs} cancelled by the organisation and ${byTeam} by the team.`,
  };
  const areAllHeld = sessions.planned > 0 && sessions.held === sessions.planned;
  const question = areAllHeld ? WHAT_HELPED[language] : nextQuestion({ kind: 'support-share', direction: 'up-is-better' }, 'director', language);
  return [counts[language], DUTY[language], question].join(' ');
}

/** How long ago each kind of support was: 'Laatst gehouden werkbegeleiding: 2 weken geleden; supervisie: ...' and an offer to plan. */
export function weeksSinceSupportSentence(weeks: WeeksSinceSupport, language: Language): string {
  const parts = SUPPORT_KINDS.map((kind) => `${SUPPORT_KIND_WORDING[kind][language]} ${agoForm(weeks[kind], language)}`);
  const words: Wording = { nl: `Laatst gehouden: ${parts.join('; ')}.`, en: `Last held: ${parts.join('; ')}.` };
  return [words[language], nextQuestion({ kind: 'support-reach', direction: 'up-is-better' }, 'team-manager', language)].join(' ');
}

function agoForm(weeks: number | null, language: Language): string {
  if (weeks === null) return `(${ABSENT_WORDS[language]})`;
  if (weeks === 0) return { nl: 'deze week', en: 'this week' }[language];
  const count = countForm(weeks, language);
  return weeks === 1 ? { nl: `${count} week geleden`, en: `${count} week ago` }[language] : { nl: `${count} weken geleden`, en: `${count} weeks ago` }[language];
}

/** How many teams one kind of support reached in one quarter. From the diary, so exact. */
export interface SupportReachOfQuarter {
  readonly kind: SupportKind;
  readonly period: MonthsOfFigure;
  /** Teams with at least one held session of this kind, of all teams. */
  readonly teams: PublishedCell;
}

/** The reach of one kind of support among teams, whose duty that is, and a question for a director. */
export function supportReachSentence({ kind, period, teams }: SupportReachOfQuarter, language: Language): string {
  const label = periodLabel(period.from, period.through, language);
  const figure = shareFigure(teams, 'teams', language);
  const words: Wording = {
    nl: `${label}, bereikt met ${SUPPORT_KIND_WORDING[kind].nl}: ${figure}.`,
    en: `${label}, reached by ${SUPPORT_KIND_WORDING[kind].en}: ${figure}.`,
  };
  if (!isFigure(teams)) return words[language];
  const areAllReached = teams.numerator === teams.denominator;
  return [words[language], DUTY[language], (areAllReached ? WHAT_HELPED : ASK_FOR_ROOM)[language]].join(' ');
}

/** The follow-through of one period. */
export interface BroughtToSupport {
  readonly period: MonthsOfFigure;
  /** Brought to support in time, of the flagged reflections; both as posted. */
  readonly cell: PublishedCell;
}

/** How many reflections with a pitfall were brought to support in time; the room for it is the organisation's to make. */
export function broughtToSupportSentence({ period, cell }: BroughtToSupport, language: Language): string {
  const label = periodLabel(period.from, period.through, language);
  const figure = shareFigure(cell, 'reflections', language);
  const words: Wording = {
    nl: `${label}, opgemerkte valkuil binnen ${FOLLOW_THROUGH_DAYS} dagen ingebracht in begeleiding: ${figure}.`,
    en: `${label}, noticed pitfall brought to support within ${FOLLOW_THROUGH_DAYS} days: ${figure}.`,
  };
  return isFigure(cell) ? [words[language], DUTY[language], ASK_FOR_ROOM[language]].join(' ') : words[language];
}
