import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureDefinition } from '../../features/measure-catalogue/use-measures';
import { useLanguage } from '../../i18n/use-language';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';

/** Says of a measure that teams have no figures of it, and where there are. */
export function NotForTeamPanel({ measure: { name, grain }, actions }: { readonly measure: MeasureDefinition; readonly actions: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = t('fault.notForTeamTitle');
  return (
    <Panel>
      <StateMessage level={2} title={title} actions={actions}>
        <p>{t('fault.notForTeam', { measure: name[language], grain: grain.label[language] })}</p>
      </StateMessage>
    </Panel>
  );
}
