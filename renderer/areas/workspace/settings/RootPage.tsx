import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../app/workspace';
import { PageHead } from '../../../components/PageHead';
import { RootKey } from '../RootKey';
import classes from './Settings.module.css';

/** The root key, when it was put off at the first start. */
export function RootPage() {
  const { t } = useTranslation('workspace');
  const workspace = useWorkspace();
  return (
    <>
      <PageHead title={t('root.title')} />
      <div className={classes.page}>
        <div className={classes.part} style={{ display: 'block' }}>
          <p>{t('root.hint')}</p>
          <RootKey workspace={workspace} />
        </div>
      </div>
    </>
  );
}
