import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../shared/lib/use-document-title';
import { Panel } from '../../shared/ui/Panel';
import { StateMessage } from '../../shared/ui/StateMessage';
import { readSignInAddress, signInAddress } from './sign-in-address';

/** Asks to sign in. @param isLost whether somebody was signed in a moment ago. */
export function SignInPanel({ isLost }: { readonly isLost: boolean }) {
  const { t } = useTranslation();
  const { to, fault } = readSignInAddress(window.location);
  const title = isLost ? t('signIn.lostTitle') : t('signIn.title');
  useDocumentTitle(`${title} · Rolvast`);
  const button = (
    // Signing in is a visit to another page, not a question to the API.
    <Button component="a" href={signInAddress(to)}>
      {t('signIn.button')}
    </Button>
  );
  return (
    <Panel>
      <StateMessage level={1} title={title} actions={button}>
        {fault !== null && <p role="alert">{t(`signIn.${fault}`)}</p>}
        <p>{isLost ? t('signIn.lost') : t('signIn.body')}</p>
      </StateMessage>
    </Panel>
  );
}
