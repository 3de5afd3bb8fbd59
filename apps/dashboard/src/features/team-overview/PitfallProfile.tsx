import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { DownloadButtons } from '../../shared/download/DownloadButtons';
import { fileNameOf } from '../../shared/download/save-file';
import { Panel } from '../../shared/ui/Panel';
import { shareOf } from './cell-words';
import { figureRows } from './figure-rows';
import { FigureRow, type FigureSurroundings } from './FigureRow';
import { ProfileDrawing } from './ProfileDrawing';
import type { Overview } from './to-overview';
import styles from './figure-list.module.css';

interface PitfallProfileProps extends FigureSurroundings {
  readonly overview: Overview;
  readonly teamName: string;
  /** The quarter in words. */
  readonly quarterName: string;
}

/** The ten pitfalls of a team in one quarter, in the order of the model and never by how often: noticing more is not worse. */
export function PitfallProfile({ overview, teamName, quarterName, ...surroundings }: PitfallProfileProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const drawing = useRef<SVGSVGElement>(null);
  const { pitfalls } = overview;
  const fullAt = Math.max(0.2, ...pitfalls.map(({ cell }) => shareOf(cell) ?? 0));
  const title = t('overview.profileTitle');
  const words = { title, subtitle: `${teamName} · ${quarterName}`, footnote: `${t('overview.notWorse')} · ${t('app.notForAppraisal')}` };
  return (
    <Panel labelledBy="profile-title">
      <div className={styles.head}>
        <h2 className={styles.title} id="profile-title">
          {title}
        </h2>
        <DownloadButtons label={t('download.label', { title })} fileName={fileNameOf(teamName, title, quarterName)} rows={() => figureRows(pitfalls, surroundings.nameOf, t, language)} drawing={() => drawing.current} words={words} />
      </div>
      <ol className={styles.list}>
        {pitfalls.map((figure) => (
          <FigureRow key={figure.measure} figure={figure} fullAt={fullAt} {...surroundings} />
        ))}
      </ol>
      <p className={styles.note}>{t('overview.notWorse')}</p>
      <ProfileDrawing ref={drawing} figures={pitfalls} nameOf={surroundings.nameOf} fullAt={fullAt} />
    </Panel>
  );
}
