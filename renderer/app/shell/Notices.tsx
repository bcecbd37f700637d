import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer, useCommand } from '../calls';
import { useWorkspace } from '../workspace';
import classes from './Notices.module.css';

/** What the whole workspace asks for, above every page: unconfirmed recovery sheet, older database, copied folder. */
export function Notices() {
  const { t } = useTranslation(['workspace', 'common', 'attachments']);
  const workspace = useWorkspace();
  const store = useAnswer('attachments.store', {});
  const beginAnew = useCommand('attachments.beginStoreAnew');
  return (
    <>
      {workspace.recovery === 'to_confirm' && (
        <Notice action={<Link to="/settings">{t('notices.recoveryAction')}</Link>}>
          {t('notices.recovery')}
        </Notice>
      )}
      {workspace.ledger === 'behind' && <Notice>{t('notices.ledger')}</Notice>}
      {workspace.signing === 'foreign' && <Notice>{t('notices.foreign')}</Notice>}
      {store.data?.presence === 'missing' && (
        <Notice
          action={
            <Button variant="subtle" loading={beginAnew.isPending} onClick={() => beginAnew.mutate({})}>
              {t('attachments:store.anew')}
            </Button>
          }
        >
          {t('attachments:store.missing')}
        </Notice>
      )}
      {workspace.location === 'synchronised' && <Notice>{t('notices.synchronised')}</Notice>}
      {(workspace.enrolment === 'root_to_make' || workspace.enrolment === 'root_to_confirm') && (
        <Notice action={<Link to="/settings/root">{t('notices.rootAction')}</Link>}>
          {t('notices.root')}
        </Notice>
      )}
    </>
  );
}

function Notice(props: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={classes.notice}>
      <IconAlertTriangle className="icon-15" />
      <span>{props.children}</span>
      {props.action}
    </div>
  );
}
