import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { DownloadButtons } from '../../shared/download/DownloadButtons';
import { fileNameOf } from '../../shared/download/save-file';
import { Panel } from '../../shared/ui/Panel';
import { figureRows } from './figure-rows';
import { FigureRow, type FigureSurroundings } from './FigureRow';
import type { Overview } from './to-overview';
import styles from './figure-list.module.css';

interface OtherFiguresProps extends FigureSurroundings {
  readonly overview: Overview;
  readonly teamName: string;
  readonly quarterName: string;
}

/** What else a team manager needs first, as the catalogue has it. No bars: they are shares of different things. */
export function OtherFigures({ overview: { figures }, teamName, quarterName, ...surroundings }: OtherFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = t('overview.otherTitle');
  const words = { title, subtitle: `${teamName} · ${quarterName}`, footnote: t('app.notForAppraisal') };
  return (
    <Panel labelledBy="others-title">
      <div className={styles.head}>
        <h2 className={styles.title} id="others-title">
          {title}
        </h2>
        <DownloadButtons label={t('download.label', { title })} fileName={fileNameOf(teamName, title, quarterName)} rows={() => figureRows(figures, surroundings.nameOf, t, language)} drawing={null} words={words} />
      </div>
      <ul className={styles.list}>
        {figures.map((figure) => (
          <FigureRow key={figure.measure} figure={figure} fullAt={null} {...surroundings} />
        ))}
      </ul>
    </Panel>
  );
}
