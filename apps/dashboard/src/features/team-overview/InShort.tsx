import { broughtToSupportSentence } from '@rolvast/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/use-language';
import { SignalShape } from '../../shared/charts/SignalShape';
import { Panel } from '../../shared/ui/Panel';
import type { FigureSurroundings } from './FigureRow';
import { toCell, type Overview, type TeamSignal } from './to-overview';
import styles from './in-short.module.css';

interface InShortProps extends Pick<FigureSurroundings, 'addressOf' | 'nameOf'> {
  readonly overview: Overview;
}

const MANY = 3;
const BROUGHT = 'BROUGHT_TO_SUPPORT';

/** What a manager has to know first: what stands out, or that nothing does, and what became of what was noticed. */
export function InShort({ overview, addressOf, nameOf }: InShortProps) {
  const { t } = useTranslation();
  const { signals } = overview;
  return (
    <Panel labelledBy="short-title">
      <h2 className={styles.title} id="short-title">
        {t('overview.shortTitle')}
      </h2>
      <ul className={styles.cards}>
        {signals.map((signal) => (
          <SignalCard key={`${signal.measure} ${signal.mark}`} signal={signal} withHelp={signals.length < MANY} to={addressOf(signal.measure)} name={nameOf(signal.measure)} />
        ))}
        {signals.length === 0 && <QuietCard overview={overview} nameOf={nameOf} />}
        <FollowThroughCard overview={overview} to={addressOf(BROUGHT)} />
      </ul>
    </Panel>
  );
}

interface SignalCardProps {
  readonly signal: TeamSignal;
  readonly to: string;
  readonly name: string;
  /** Where many stand side by side, what helps is left to the card of the measure. */
  readonly withHelp: boolean;
}

function SignalCard({ signal: { isConfirmed, mark, sentence, whatHelps }, to, name, withHelp }: SignalCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className={styles.card} data-signal>
      <div className={styles.top}>
      <h3 className={styles.kind}>
        <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
          <SignalShape signal={mark} x={9} y={9} />
        </svg>
        {t(isConfirmed ? 'overview.confirmed' : 'overview.watch')}
      </h3>
      <Link className={styles.link} to={to} preventScrollReset aria-label={t('overview.showTrendOf', { measure: name })}>
        {t('overview.showTrend')}
      </Link>
      </div>
      <p className={styles.sentence}>{sentence[language]}</p>
      {withHelp && whatHelps !== null && (
        <p className={styles.helps}>
          <strong>{t('meaning.whatHelps')}:</strong> {whatHelps[language]}
        </p>
      )}
    </li>
  );
}

/** No signal, said as what it is: quiet, or too short a history to tell. A mark in a chart is named, so that the two never disagree. */
function QuietCard({ overview: { signalsSought, pitfalls, figures }, nameOf }: Pick<InShortProps, 'overview' | 'nameOf'>) {
  const { t } = useTranslation();
  const marked = [...pitfalls, ...figures].filter(({ mark }) => mark !== null).map(({ measure }) => `‘${nameOf(measure)}’`);
  return (
    <li className={styles.card}>
      <h3 className={styles.kind}>{t(signalsSought ? 'overview.quietTitle' : 'overview.tooShortTitle')}</h3>
      <p className={styles.sentence}>{t(signalsSought ? 'overview.quiet' : 'overview.tooShort')}</p>
      {signalsSought && marked.length > 0 && <p className={styles.helps}>{t('overview.markedOnly', { measures: marked.join(', ') })}</p>}
    </li>
  );
}

function FollowThroughCard({ overview: { figures }, to }: { readonly overview: Overview; readonly to: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const brought = figures.find(({ measure }) => measure === BROUGHT);
  if (brought === undefined || brought.months === null) return null;
  return (
    <li className={styles.card}>
      <div className={styles.top}>
        <h3 className={styles.kind}>{t('overview.followThrough')}</h3>
        <Link className={styles.link} to={to} preventScrollReset aria-label={t('overview.showTrendOf', { measure: t('overview.followThrough') })}>
          {t('overview.showTrend')}
        </Link>
      </div>
      <p className={styles.sentence}>{broughtToSupportSentence({ period: brought.months, cell: toCell(brought.cell) }, language)}</p>
    </li>
  );
}
