import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListScope } from '../../../../main/core/contract/records/lists';
import type { Language } from '../../../../main/core/contract/values';
import { numberText } from '../../../app/formats';
import { languageNames, languages } from '../../../app/i18n';
import sheet from '../organisations/Organisations.module.css';
import classes from './Documents.module.css';

/** What the pages of documents share: the way back, what they are made of, and the language of the document. */

export function BackTo(props: { readonly to: string; readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <nav className={sheet.crumbs} aria-label={t('sheet.crumbs')}>
      <Link to={props.to}>{props.children}</Link>
    </nav>
  );
}

export function ScopeText(props: { readonly scope: ListScope; readonly total: number | undefined }) {
  const { t } = useTranslation('documents');
  const { total } = props;
  if (total === undefined) return null;
  return (
    <span className={classes.scope}>
      {t(`scope.${props.scope.kind}`, { count: total, number: numberText(total) })}
    </span>
  );
}

export function LanguageChoice(props: { readonly value: Language; onChange(language: Language): void }) {
  const { t } = useTranslation('documents');
  return (
    <Choice
      label={t('language')}
      value={props.value}
      data={languages.map((code) => ({ value: code, label: languageNames[code] }))}
      onChange={props.onChange}
    />
  );
}

/** One of a few, all in sight. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly data: readonly { readonly value: T; readonly label: string }[];
  onChange(value: T): void;
}) {
  const id = useId();
  return (
    <div className={classes.choice}>
      <span id={id}>{props.label}</span>
      <SegmentedControl<T>
        aria-labelledby={id}
        size="xs"
        value={props.value}
        data={[...props.data]}
        onChange={props.onChange}
      />
    </div>
  );
}
