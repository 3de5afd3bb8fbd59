import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { FaultMessage } from '../../shared/ui/FaultMessage';
import { Panel } from '../../shared/ui/Panel';

/** A page for which even the first question failed; trying again asks every failed question again. */
export function FaultPage({ fault }: { readonly fault: unknown }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  useDocumentTitle(`${t('fault.failedTitle')} · Rolvast`);
  const retry = () => void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  return (
    <Panel>
      <FaultMessage level={1} fault={fault} onRetry={retry} />
    </Panel>
  );
}
