import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';

/** Where somebody lands whose role has no figures. */
export function NoFiguresPage() {
  const { t } = useTranslation();
  const title = t('noFigures.title');
  useDocumentTitle(`${title} · Rolvast`);
  return (
    <Panel>
      <StateMessage level={1} title={title} actions={<Link to="/methods">{t('app.methods')}</Link>}>
        <p>{t('noFigures.body')}</p>
      </StateMessage>
    </Panel>
  );
}
