import { Button, Select } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Language } from '../../../../main/core/contract/values';
import { currentLanguage, languageNames, languages } from '../../../app/i18n';
import { useCanEdit } from '../../../app/workspace';
import { PaperPage } from '../../../components/paper/PaperPage';
import { Crumbs } from '../Crumbs';

/** The sheet to fill in during an interview, blank or with what is known of an organisation, in the language wanted. */
export function InterviewPaper() {
  const { t } = useTranslation(['members', 'documents']);
  const { id } = useParams();
  const navigate = useNavigate();
  const canEdit = useCanEdit();
  const [language, setLanguage] = useState<Language>(currentLanguage());
  return (
    <PaperPage
      title={t('documents:interview.action')}
      request={{ kind: 'interview', organisation: id ?? null, language }}
      options={
        <>
          <Select
            label={t('interview.language')}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            allowDeselect={false}
            onChange={(chosen) => setLanguage(languages.find((one) => one === chosen) ?? language)}
          />
          {canEdit && (
            <Button leftSection={<IconKeyboard />} onClick={() => void navigate('/organisations/interview')}>
              {t('interview.title')}
            </Button>
          )}
        </>
      }
      {...(id === undefined
        ? {}
        : {
            crumbs: (
              <Crumbs
                list="organisations"
                operation="members.list"
                to="/organisations"
                title={t('organisations.title')}
                id={id}
              />
            ),
          })}
    />
  );
}
