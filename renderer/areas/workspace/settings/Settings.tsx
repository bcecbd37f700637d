import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../main/core/contract/values';
import { useAbout, useAnswer, useCommand } from '../../../app/calls';
import { languageNames, languages } from '../../../app/i18n';
import { usePreference } from '../../../app/preferences';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import { ChangePassphrase } from './ChangePassphrase';
import { People } from './People';
import { RenewRecovery } from './RenewRecovery';
import classes from './Settings.module.css';

/** Language, looks, people, protection and place of this workspace. */
export function Settings() {
  const { t } = useTranslation('workspace');
  const about = useAbout().data;
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className={classes.page}>
        <Part title={t('settings.looks')}>
          <LanguageChoice />
          <SchemeChoice />
          <DensityChoice />
        </Part>
        <Part title={t('settings.people')} hint={t('settings.peopleHint')}>
          <People />
        </Part>
        <Part title={t('settings.protection')}>
          <ChangePassphrase />
          <RenewRecovery />
        </Part>
        <Part title={t('settings.place')}>
          <Place />
        </Part>
        {about !== undefined && (
          <p className={classes.version}>{t('settings.version', { version: about.version })}</p>
        )}
      </div>
    </>
  );
}

function Part(props: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div>
        <h2 id={id}>{props.title}</h2>
        {props.hint !== undefined && <p className="quiet">{props.hint}</p>}
      </div>
      <div className={classes.controls}>{props.children}</div>
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  onChoose(value: T): void;
}

function Choice<T extends string>(props: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={classes.choice}>
      <span id={id}>{props.label}</span>
      <SegmentedControl<T>
        aria-labelledby={id}
        value={props.value}
        data={[...props.choices]}
        onChange={props.onChoose}
      />
    </div>
  );
}

function LanguageChoice() {
  const { t } = useTranslation('workspace');
  const { language } = useWorkspace();
  const choose = useCommand('workspace.chooseLanguage');
  return (
    <>
      <Choice<Language>
        label={t('settings.language')}
        value={language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChoose={(value) => choose.mutate({ language: value })}
      />
      <ErrorLine error={choose.error} />
    </>
  );
}

function SchemeChoice() {
  const { t } = useTranslation('workspace');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Choice
      label={t('settings.scheme')}
      value={colorScheme}
      choices={[
        { value: 'auto', label: t('settings.schemes.auto') },
        { value: 'light', label: t('settings.schemes.light') },
        { value: 'dark', label: t('settings.schemes.dark') },
      ]}
      onChoose={setColorScheme}
    />
  );
}

function DensityChoice() {
  const { t } = useTranslation('workspace');
  const [density, setDensity] = usePreference<'compact' | 'comfort'>('density', 'compact');
  return (
    <Choice
      label={t('settings.density')}
      value={density}
      choices={[
        { value: 'compact', label: t('settings.densities.compact') },
        { value: 'comfort', label: t('settings.densities.comfort') },
      ]}
      onChoose={setDensity}
    />
  );
}

function Place() {
  const { t } = useTranslation('workspace');
  const { id, location } = useWorkspace();
  const folder = useAnswer('workspace.known', {}).data?.find((known) => known.id === id)?.folder;
  return (
    <>
      <p>
        {t('settings.folder')} <bdi className="ltr">{folder}</bdi>
      </p>
      <p className="quiet">{location === 'local' ? t('settings.placeHint') : t('notices.synchronised')}</p>
    </>
  );
}
