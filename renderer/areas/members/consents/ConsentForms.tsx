import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { z } from 'zod';
import { idSchema } from '../../../../main/core/contract/values';
import { currentLanguage } from '../../../app/i18n';
import { PaperPage } from '../../../components/paper/PaperPage';
import { BackTo, LanguageChoice } from '../documents/DocumentFrame';

const arrivalSchema = z.object({ persons: z.array(idSchema) });

/** The forms that the persons chosen will sign; an empty one when nobody was. */
export function ConsentForms() {
  const { t } = useTranslation('documents');
  const arrival = arrivalSchema.safeParse(useLocation().state);
  const persons = arrival.success ? arrival.data.persons : [];
  const [language, setLanguage] = useState(currentLanguage());
  return (
    <PaperPage
      title={t('consentForm.title')}
      request={{ kind: 'consentForm', persons, language }}
      crumbs={<BackTo to="/consents">{t('consentForm.back')}</BackTo>}
      options={<LanguageChoice value={language} onChange={setLanguage} />}
    />
  );
}
