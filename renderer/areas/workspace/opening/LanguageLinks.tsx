import type { Language } from '../../../../main/core/contract/values';
import { useCommand } from '../../../app/calls';
import { languageNames, languages } from '../../../app/i18n';
import classes from './Opening.module.css';

/** The languages, at hand before anything can be read. */
export function LanguageLinks(props: { readonly language: Language }) {
  const choose = useCommand('workspace.chooseLanguage');
  return (
    <div className={classes.languages}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === props.language}
          onClick={() => choose.mutate({ language })}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
