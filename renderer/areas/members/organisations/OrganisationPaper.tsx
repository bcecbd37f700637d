import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { currentLanguage } from '../../../app/i18n';
import { PaperPage } from '../../../components/paper/PaperPage';
import { Crumbs } from '../Crumbs';

/** The sheet of an organisation as a document, before it is printed or saved. */
export function OrganisationPaper() {
  const { t } = useTranslation(['members', 'documents']);
  const { id = '' } = useParams();
  return (
    <PaperPage
      title={t('documents:organisationSheet.action')}
      request={{ kind: 'organisationSheet', organisation: id, language: currentLanguage() }}
      crumbs={
        <Crumbs
          list="organisations"
          operation="members.list"
          to="/organisations"
          title={t('organisations.title')}
          id={id}
        />
      }
    />
  );
}
