import { useTranslation } from 'react-i18next';
import type { MeasureDefinition } from '../../features/measure-catalogue/use-measures';
import { useLanguage } from '../../i18n/use-language';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';

/** Says of a measure that teams have no figures of it, and where there are. */
export function NotForTeamPanel({ measure: { name, grain } }: { readonly measure: MeasureDefinition }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = t('fault.notForTeamTitle');
  useDocumentTitle(`${title} · Rolvast`);
  return (
    <Panel>
      <StateMessage level={1} title={title}>
        <p>{t('fault.notForTeam', { measure: name[language], grain: grain.label[language] })}</p>
      </StateMessage>
    </Panel>
  );
}
