import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
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
  useDocumentTitle(`${t(`fault.${missing}Title`)} · Rolvast`);
  const toStart = (
    <Button component={Link} to="/">
      {t('fault.toStart')}
    </Button>
  );
  return <NotFoundPanel missing={missing} level={1} actions={toStart} />;
}

interface NotFoundPanelProps {
  readonly missing: NotFound;
  /** 2 inside a page that is there. */
  readonly level: 1 | 2;
  readonly actions: ReactNode;
}

/** The same in a place of its own. */
export function NotFoundPanel({ missing, level, actions }: NotFoundPanelProps) {
  const { t } = useTranslation();
  return (
    <Panel>
      <StateMessage level={level} title={t(`fault.${missing}Title`)} actions={actions}>
        <p>{t(`fault.${missing}`)}</p>
      </StateMessage>
    </Panel>
  );
}
