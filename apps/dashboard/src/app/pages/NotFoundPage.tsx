import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';

/** What the address names that doesn't exist. */
export type NotFound = 'page' | 'organisation' | 'team' | 'measure';

/** Says that the address names something that isn't here, and leads back to the start. */
export function NotFoundPage({ missing = 'page' }: { readonly missing?: NotFound }) {
  const { t } = useTranslation();
  const title = t(`fault.${missing}Title`);
  useDocumentTitle(`${title} · Rolvast`);
  const toStart = (
    <Button component={Link} to="/">
      {t('fault.toStart')}
    </Button>
  );
  return (
    <Panel>
      <StateMessage level={1} title={title} actions={toStart}>
        <p>{t(`fault.${missing}`)}</p>
      </StateMessage>
    </Panel>
  );
}
