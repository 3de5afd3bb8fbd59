import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { EnterOrganisationDocument } from '../../graphql/generated/graphql';
import { signOut } from './sign-out';
import type { Viewer } from './use-viewer';
import styles from './viewer-menu.module.css';

/** Who is signed in, as what and where; the way to another organisation, and out. */
export function ViewerMenu({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  const roles = viewer.roles.map((role) => t(`role.${role}`)).join(', ');
  // Everything on screen belonged to the organisation that was left: the page starts again.
  const enter = useMutation({ mutationFn: (code: string) => fetchGraphql(EnterOrganisationDocument, { code }, new AbortController().signal), onSuccess: () => window.location.assign('/') });
  const leave = useMutation({ mutationFn: signOut, onSuccess: (leaveAt) => window.location.assign(leaveAt) });
  const { organisation, organisations } = viewer;
  return (
    <div className={styles.menu} role="group" aria-label={t('viewer.label')}>
      <span className={styles.who}>
        <span>{roles}</span>
        {organisations.length < 2 && <span className={styles.organisation}>{organisation.name}</span>}
      </span>
      {organisations.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t('picker.organisation')}
          data={organisations.map(({ code, name }) => ({ value: code, label: name }))}
          value={organisation.code}
          onChange={(event) => enter.mutate(event.currentTarget.value)}
        />
      )}
      <Button size="xs" variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('viewer.signOut')}
      </Button>
      {(leave.isError || enter.isError) && <span role="alert">{t('fault.failedTitle')}</span>}
    </div>
  );
}
