import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { numberText } from '../../app/formats';
import { useNeighbours } from '../../components/list/neighbours';
import type { ListOperation } from '../../components/list/paged-rows';
import classes from './organisations/Organisations.module.css';

interface CrumbsProps {
  /** Name of the list one came from. */
  readonly list: string;
  readonly operation: ListOperation;
  readonly to: string;
  readonly title: string;
  readonly id: string;
}

/** The way back to the list, and "4 of 138" with the sheets before and after; Ctrl+↑↓ do the same. */
export function Crumbs(props: CrumbsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const neighbours = useNeighbours(props.list, props.operation, props.id);
  const go = (step: -1 | 1) => {
    const target = neighbours?.go(step);
    if (target !== undefined) void navigate(`${props.to}/${target}`, { replace: true });
  };
  useHotkeys(
    [
      ['mod+ArrowDown', () => go(1)],
      ['mod+ArrowUp', () => go(-1)],
    ],
    [],
  );
  return (
    <nav className={classes.crumbs} aria-label={t('sheet.crumbs')}>
      <Link to={props.to}>{props.title}</Link>
      {neighbours !== null && (
        <>
          <IconChevronRight className="icon-15 directional" />
          <span>{t('sheet.inList')}</span>
          <span className={classes.position}>
            <span className="figures">
              {t('sheet.position', {
                at: numberText(neighbours.at + 1),
                total: numberText(neighbours.total),
              })}
            </span>
            <ActionIcon
              size="1.375rem"
              aria-label={t('sheet.previous')}
              title={t('sheet.previous')}
              disabled={neighbours.at === 0}
              onClick={() => go(-1)}
            >
              <IconChevronUp />
            </ActionIcon>
            <ActionIcon
              size="1.375rem"
              aria-label={t('sheet.next')}
              title={t('sheet.next')}
              disabled={neighbours.at >= neighbours.total - 1}
              onClick={() => go(1)}
            >
              <IconChevronDown />
            </ActionIcon>
          </span>
        </>
      )}
    </nav>
  );
}
