import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/request-failure';
import { StateMessage } from './StateMessage';

interface FaultMessageProps {
  /** Whatever was thrown. */
  readonly fault: unknown;
  readonly level: 1 | 2;
  readonly onRetry: () => void;
}

/** A failure in words, with the number under which it was logged and a way to try again. */
export function FaultMessage({ fault, level, onRetry }: FaultMessageProps) {
  const { t } = useTranslation();
  const { code, id } = failureOf(fault);
  const kind = code === 'unreachable' ? 'unreachable' : 'failed';
  return (
    <StateMessage urgent level={level} title={t(`fault.${kind}Title`)} actions={<Button onClick={onRetry}>{t('fault.retry')}</Button>}>
      <p>{t(`fault.${kind}`)}</p>
      {id !== null && <p>{t('fault.id', { id })}</p>}
    </StateMessage>
  );
}
