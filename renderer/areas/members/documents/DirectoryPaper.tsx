import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../app/i18n';
import { usePreference } from '../../../app/preferences';
import { PaperPage } from '../../../components/paper/PaperPage';
import { BackTo, Choice, LanguageChoice, ScopeText } from './DocumentFrame';
import { useScope } from './scope';

const groupings = ['region', 'theme', 'type', 'letter'] as const;

/** The directory of the organisations that agreed to be published, before it is printed or saved. */
export function DirectoryPaper() {
  const { t } = useTranslation('documents');
  const { scope, total } = useScope();
  const [language, setLanguage] = useState(currentLanguage());
  const [groupBy, setGroupBy] = usePreference<(typeof groupings)[number]>('directoryGroups', 'region');
  return (
    <PaperPage
      title={t('directory.title')}
      request={{ kind: 'directory', scope, groupBy, language }}
      crumbs={<BackTo to="/organisations">{t('back')}</BackTo>}
      options={
        <>
          <Choice
            label={t('directory.groupBy')}
            value={groupBy}
            data={groupings.map((value) => ({ value, label: t(`directory.groups.${value}`) }))}
            onChange={setGroupBy}
          />
          <LanguageChoice value={language} onChange={setLanguage} />
          <ScopeText scope={scope} total={total} />
        </>
      }
    />
  );
}
