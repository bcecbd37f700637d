import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelSheetSchema, labelSheets } from '../../../../main/core/contract/documents/labels';
import { currentLanguage } from '../../../app/i18n';
import { usePreference } from '../../../app/preferences';
import { PaperPage } from '../../../components/paper/PaperPage';
import { BackTo, Choice, LanguageChoice, ScopeText } from './DocumentFrame';
import classes from './Documents.module.css';
import { useScope } from './scope';

const contents = ['address', 'name'] as const;

/** Labels on the sheets one buys, from the first free one on; the sheet and what stands on it are remembered. */
export function LabelsPaper() {
  const { t } = useTranslation('documents');
  const { scope, total } = useScope();
  const [language, setLanguage] = useState(currentLanguage());
  const [storedSheet, setSheet] = usePreference<string>('labelSheet', '70x42');
  const [content, setContent] = usePreference<(typeof contents)[number]>('labelContent', 'address');
  const [storedFirst, setFirst] = usePreference<string>('labelFirst', '1');
  const sheet = labelSheetSchema.catch('70x42').parse(storedSheet);
  const most = labelSheets[sheet].columns * labelSheets[sheet].rows;
  const first = Math.min(most, Math.max(1, Math.trunc(Number(storedFirst)) || 1));
  return (
    <PaperPage
      title={t('labels.title')}
      request={{ kind: 'labels', scope, sheet, content, first, language }}
      crumbs={<BackTo to="/organisations">{t('back')}</BackTo>}
      options={
        <>
          <Select
            label={t('labels.sheet')}
            data={labelSheetSchema.options.map((value) => ({ value, label: t(`labels.sheets.${value}`) }))}
            value={sheet}
            allowDeselect={false}
            onChange={(value) => value !== null && setSheet(value)}
          />
          <NumberInput
            className={classes.first ?? ''}
            label={t('labels.first')}
            value={first}
            min={1}
            max={most}
            clampBehavior="strict"
            allowDecimal={false}
            onChange={(value) => setFirst(String(value))}
          />
          <Choice
            label={t('labels.content')}
            value={content}
            data={contents.map((value) => ({ value, label: t(`labels.contents.${value}`) }))}
            onChange={setContent}
          />
          <LanguageChoice value={language} onChange={setLanguage} />
          <ScopeText scope={scope} total={total} />
          <span className={classes.hint}>{t('labels.printHint')}</span>
        </>
      }
    />
  );
}
