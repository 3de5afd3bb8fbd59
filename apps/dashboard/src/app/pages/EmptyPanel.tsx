import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';

const LOAD_ORGANISATION = 'npx rolvast organisation load FILE';

/** Says what to do before there is anything to show. */
export function EmptyPanel({ missing }: { readonly missing: 'organisation' | 'teams' }) {
  const { t } = useTranslation();
  const title = missing === 'organisation' ? t('empty.title') : t('empty.noTeamsTitle');
  useDocumentTitle(`${title} · Rolvast`);
  const reload = <Button onClick={() => window.location.reload()}>{t('empty.reload')}</Button>;
  return (
    <Panel>
      <StateMessage level={1} title={title} actions={reload}>
        <p>{missing === 'organisation' ? t('empty.body') : t('empty.noTeams')}</p>
        <pre tabIndex={0}>
          <code>{LOAD_ORGANISATION}</code>
        </pre>
      </StateMessage>
    </Panel>
  );
}
