import { IconHash, IconLock, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonSheet } from '../../../../main/core/contract/members/operations';
import classes from '../organisations/Organisations.module.css';

const icons = { named: IconSend, counted: IconHash, counted_confidential: IconLock };

/** What the region receives of this person, said plainly (DESIGN.md §6). */
export function Leaves(props: { readonly sheet: PersonSheet }) {
  const { t } = useTranslation('members');
  const { leaves } = props.sheet;
  const Icon = icons[leaves];
  return (
    <section className={classes.railPart}>
      <div className={classes.railTitle}>
        <h2>{t('persons.leavesTitle')}</h2>
      </div>
      <p className={classes.statement} data-leaves={leaves}>
        <Icon />
        <span>
          <strong>{t(`persons.leaves.${leaves}.short`)}</strong>
          <br />
          {t(`persons.leaves.${leaves}.long`)}
        </span>
      </p>
    </section>
  );
}
