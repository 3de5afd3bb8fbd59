import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { toCsv, type CsvCell } from './csv';
import { standaloneSvg, toPng, type PictureWords } from './picture';
import { saveFile } from './save-file';
import styles from './download-buttons.module.css';

interface DownloadButtonsProps {
  /** What is kept, for those who don't see the chart. */
  readonly label: string;
  /** Name of the files, without its ending. */
  readonly fileName: string;
  /** The rows behind the chart, the headings first. */
  readonly rows: () => readonly (readonly CsvCell[])[];
  /** The drawing; null where there is none, then only the figures can be kept. */
  readonly drawing: (() => SVGSVGElement | null) | null;
  readonly words: PictureWords;
}

/** Keeps a chart as a picture, and its figures as a table. */
export function DownloadButtons({ label, fileName, rows, drawing, words }: DownloadButtonsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [failed, setFailed] = useState(false);
  const keep = (ending: string, make: (svg: string) => Blob | Promise<Blob>) => async () => {
    const svg = drawing?.() ?? null;
    try {
      if (svg === null) throw new Error('there is no drawing');
      saveFile(`${fileName}.${ending}`, await make(standaloneSvg(svg, words)));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const svgFile = keep('svg', (svg) => new Blob([svg], { type: 'image/svg+xml' }));
  const pngFile = keep('png', toPng);
  const csvFile = () => saveFile(`${fileName}.csv`, new Blob([toCsv(rows(), language)], { type: 'text/csv;charset=utf-8' }));
  return (
    <div className={styles.buttons} role="group" aria-label={label}>
      {drawing !== null && (
        <>
          <button type="button" className={styles.button} onClick={() => void pngFile()}>
            PNG
          </button>
          <button type="button" className={styles.button} onClick={() => void svgFile()}>
            SVG
          </button>
        </>
      )}
      <button type="button" className={styles.button} onClick={csvFile}>
        CSV
      </button>
      {failed && <span role="alert">{t('download.failed')}</span>}
    </div>
  );
}
