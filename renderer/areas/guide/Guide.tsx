import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { Blocks } from './Blocks';
import classes from './Guide.module.css';
import { guidePages, pagesAbout } from './pages';

/** The user guide: its pages at the start edge, what is searched for among them, the page that is read. */
export function Guide() {
  const { t } = useTranslation('guide');
  const [search, setSearch] = useState('');
  const { page: name } = useParams();
  const reading = useRef<HTMLElement>(null);
  const found = pagesAbout(search);
  const page = guidePages.find((candidate) => candidate.name === name) ?? found[0] ?? guidePages[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its beginning
  useEffect(() => reading.current?.scrollTo({ top: 0 }), [page?.name]);
  if (page === undefined) return null;
  return (
    <>
      <PageHead title={t('title')} hint={t('hint')} />
      <div className={classes.guide}>
        <nav className={classes.index} aria-label={t('pages')}>
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {found.map((candidate) => (
            <Link
              key={candidate.name}
              to={`/guide/${candidate.name}`}
              className={classes.line}
              aria-current={candidate === page ? 'page' : undefined}
              lang="fr"
            >
              <bdi>{candidate.title}</bdi>
            </Link>
          ))}
          <p className={classes.nothing} role="status">
            {found.length === 0 && t('nothing')}
          </p>
        </nav>
        <article ref={reading} className={classes.reading} lang="fr" dir="ltr" tabIndex={-1}>
          <h2 className={classes.title}>{page.title}</h2>
          <Blocks blocks={page.blocks} />
        </article>
      </div>
    </>
  );
}
