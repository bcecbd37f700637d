import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../app/i18n';
import { PaperPage } from '../../../components/paper/PaperPage';
import { BackTo, LanguageChoice, ScopeText } from './DocumentFrame';
import { useScope } from './scope';

/** The list of those invited as a sheet to sign. */
export function InvitationPaper() {
  const { t } = useTranslation('documents');
  const { scope, total } = useScope();
  const [language, setLanguage] = useState(currentLanguage());
  return (
    <PaperPage
      title={t('invitationList.paper')}
      request={{ kind: 'invitationList', scope, language }}
      crumbs={<BackTo to="/organisations">{t('back')}</BackTo>}
      options={
        <>
          <LanguageChoice value={language} onChange={setLanguage} />
          <ScopeText scope={scope} total={total} />
        </>
      }
    />
  );
}
