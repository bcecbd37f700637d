import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconBuildingCommunity, IconSearch, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AreaPage } from '../area';
import { groupsByRole } from '../area';
import { areas } from '../areas';
import { useAnswer } from '../calls';
import { plainText } from '../plain-text';
import { useQuarter } from '../quarter';
import { useWorkspace } from '../workspace';
import { finder, finderStore, useFirstAnswerChosen } from './finder';
import classes from './GoAnywhere.module.css';

const found = 12;

/** Ctrl+K: any record by a word of it, any page by its name. */
export function GoAnywhere() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { quarter } = useQuarter();
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), 80);
  const records = useAnswer(
    'members.find',
    { text: searched, limit: found },
    { ask: searched === '' ? 'later' : 'now', meanwhile: 'previous' },
  );
  const pages = useMatchingPages(text);
  const go = (path: string) => {
    finder.close();
    void navigate(path);
  };
  const shown = text.trim() === '' ? [] : (records.data ?? []);
  const answers = [...shown.map((record) => record.id), ...pages.map((page) => page.path)].join(' ');
  useFirstAnswerChosen(answers);
  return (
    <Spotlight.Root
      store={finderStore}
      attributes={{ content: { 'aria-label': t('keys.find') } }}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      clearQueryOnClose
      overlayProps={{ blur: 0, backgroundOpacity: 0.25 }}
      // What is typed right after Ctrl+K must not be lost while the window fades in.
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight="60vh"
    >
      <Spotlight.Search
        placeholder={t('find.placeholder')}
        aria-label={t('find.placeholder')}
        leftSection={<IconSearch />}
      />
      <Spotlight.ActionsList key={answers}>
        {shown.length > 0 && (
          <Spotlight.ActionsGroup label={t('find.records')}>
            {shown.map((record) => (
              <Spotlight.Action key={record.id} onClick={() => go(`/${record.entity}/${record.id}`)}>
                <span className={classes.line}>
                  {record.entity === 'persons' ? <IconUser /> : <IconBuildingCommunity />}
                  <span dir="auto">{record.title}</span>
                  <span className="quiet truncate">{record.hint}</span>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('find.pages')}>
            {pages.map((page) => (
              <Spotlight.Action key={page.path} onClick={() => go(page.path)}>
                <span className={classes.line}>
                  <page.icon /> {page.label(quarter)}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shown.length === 0 && pages.length === 0 && (
          <Spotlight.Empty>{t('find.nothing', { text })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useMatchingPages(text: string): readonly AreaPage[] {
  const workspace = useWorkspace();
  const { quarter } = useQuarter();
  const groups: readonly string[] = [...groupsByRole[workspace.role], 'end'];
  const words = plainText(text).split(/\s+/).filter(Boolean);
  return areas
    .flatMap((area) => area.pages)
    .filter((page) => groups.includes(page.group) && page.shownTo?.(workspace) !== false)
    .filter((page) => {
      const name = plainText(`${page.label(quarter)} ${page.keywords?.() ?? ''}`);
      return words.every((word) => name.includes(word));
    });
}
