import { IconCheck } from '@tabler/icons-react';
import type { Language } from '../../../../main/core/contract/values';
import { useCommand } from '../../../app/calls';
import { languageNames, languages } from '../../../app/i18n';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './FirstStart.module.css';

/** The language of the windows; each one in its own words, and the window follows at once. */
export function LanguageStep(props: { readonly language: Language; onNext(): void }) {
  const choose = useCommand('workspace.chooseLanguage');
  return (
    <>
      <div className={classes.choices} role="radiogroup" aria-label="Langue, language, اللغة">
        {languages.map((language) => (
          // biome-ignore lint/a11y/useSemanticElements: a whole line is the choice, with its words in its own language
          <button
            key={language}
            type="button"
            role="radio"
            aria-checked={language === props.language}
            lang={language}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            className={classes.choice}
            onClick={() => choose.mutate({ language })}
            onDoubleClick={props.onNext}
          >
            <span className={classes.choiceTitle}>{languageNames[language]}</span>
            {language === props.language && <IconCheck />}
          </button>
        ))}
      </div>
      <ErrorLine error={choose.error} />
    </>
  );
}
