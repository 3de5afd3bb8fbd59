import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import styles from './definition-button.module.css';
import { MeasureMeaning } from './MeasureMeaningCard';
import type { MeasureDefinition } from './use-measures';

/** Opens the card of a measure: what counts, in what, how to read it, when it is shown, what helps. Escape or the button closes it. */
export function DefinitionButton({ measure }: { readonly measure: MeasureDefinition }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const card = useRef<HTMLDialogElement>(null);
  const id = useId();
  const name = measure.name[language];
  return (
    <>
      <button type="button" className={styles.button} aria-label={t('meaning.of', { measure: name })} aria-haspopup="dialog" onClick={() => card.current?.showModal()}>
        <span aria-hidden="true">?</span>
      </button>
      <dialog className={styles.card} ref={card} aria-labelledby={id}>
        <h2 className={styles.title} id={id}>
          {name}
        </h2>
        <MeasureMeaning measure={measure} />
        <button type="button" className={styles.close} onClick={() => card.current?.close()}>
          {t('meaning.close')}
        </button>
      </dialog>
    </>
  );
}
