import { IconCalendarCheck, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import type { OrganisationSheet } from '../../../../main/core/contract/members/operations';
import { dayText, percentText } from '../../../app/formats';
import { labelOfField, labelOfSection } from '../../../app/i18n';
import { goToField } from '../../../components/sheet/RecordSheet';
import classes from './Organisations.module.css';

/** How far the sheet is filled, what is missing (each line goes there), and until when it is verified. */
export function OrganisationRail(props: { readonly sheet: OrganisationSheet }) {
  const { t } = useTranslation('members');
  const { completeness, verificationDue, verifyBefore, organisation } = props.sheet;
  const { verifiedOn } = organisation.values;
  return (
    <section className={classes.railPart}>
      <div className={classes.railTitle}>
        <h2>{t('organisations.completeness')}</h2>
        <span className="figures">{percentText(completeness.percent)}</span>
      </div>
      <div className={classes.railMeter} aria-hidden="true">
        <i
          data-full={completeness.percent >= 100 ? 'yes' : 'no'}
          style={{ width: `${completeness.percent}%` }}
        />
      </div>
      {completeness.missing.map(({ field, section }) => (
        <button key={field} type="button" className={classes.missing} onClick={() => goToField(field)}>
          <IconCircleDashed className="icon-15" />
          <span>{labelOfField(organisationFields, { name: field })}</span>
          <span>{labelOfSection(organisationFields, section)}</span>
        </button>
      ))}
      {completeness.missing.length === 0 && (
        <p className={classes.ok}>
          <IconCircleCheck className="icon-15" /> {t('organisations.complete')}
        </p>
      )}
      <p className={classes.railFact} data-due={verificationDue}>
        <IconCalendarCheck className="icon-15" />
        <span>
          {typeof verifiedOn === 'string' && verifyBefore !== null
            ? t('organisations.verifiedUntil', { day: dayText(verifiedOn), until: dayText(verifyBefore) })
            : t('organisations.neverVerifiedLong')}
        </span>
      </p>
    </section>
  );
}
