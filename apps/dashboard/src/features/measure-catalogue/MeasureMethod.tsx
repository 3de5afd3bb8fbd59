import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { measureToAddress } from './measure-address';
import styles from './methods.module.css';
import type { MeasureDefinition } from './use-measures';

/** One measure on the methods page: everything the catalogue says of it. */
export function MeasureMethod({ measure }: { readonly measure: MeasureDefinition }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { code, name, definition, caution, direction, unit, grain, thinGrain, nRule, chart, readers, whatHelps } = measure;
  const isSameGrain = grain.label.nl === thinGrain.label.nl;
  const shown = isSameGrain ? grain.label[language] : t('methods.grain', { grain: grain.label[language], thin: thinGrain.label[language] });
  const rows: readonly (readonly [string, string])[] = [
    [t('meaning.definition'), definition[language]],
    [t('meaning.unit'), unit.name[language]],
    [t('meaning.caution'), caution[language]],
    [t('methods.direction'), direction.name[language]],
    [t('methods.shown'), shown],
    [t('meaning.nRule'), nRule[language]],
    [t('methods.chart'), chart.name[language]],
    [t('methods.readers'), readers.map((reader) => reader.name[language]).join(', ')],
    ...(whatHelps === null ? [] : [[t('meaning.whatHelps'), whatHelps[language]] as const]),
  ];
  const id = measureToAddress(code);
  return (
    <section className={styles.method} aria-labelledby={id}>
      <h3 className={styles.name} id={id} tabIndex={-1}>
        {name[language]}
      </h3>
      <dl className={styles.rows}>
        {rows.map(([term, text]) => (
          <div className={styles.row} key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
