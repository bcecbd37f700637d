import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../../main/core/contract/operations';
import { numberText, percentText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { useArrangeAhead } from '../../../components/list/list-state';
import { countryName } from '../countries';
import type { Dimension } from './RegionOrganisations';
import classes from './RegionOrganisations.module.css';

type Group = Output<'consolidation.organisations'>['groups'][number];

/** The field of the register that each dimension reads, and the list of its codes. */
const registerFields: Readonly<Record<Dimension, { readonly field: string; readonly list: string }>> = {
  country: { field: 'country', list: 'countries' },
  type: { field: 'type', list: 'organisationTypes' },
  theme: { field: 'themes', list: 'themes' },
  region: { field: 'region', list: 'regions' },
  status: { field: 'status', list: 'organisationStatuses' },
};

interface OrganisationGroupsProps {
  readonly by: Dimension;
  readonly groups: readonly Group[];
  readonly total: number;
}

/** One line a group: its name, which opens the register on it, a bar, its number and the countries it comes from. */
export function OrganisationGroups(props: OrganisationGroupsProps) {
  const { t } = useTranslation('consolidation');
  const navigate = useNavigate();
  const arrangeAhead = useArrangeAhead('organisations');
  if (props.groups.length === 0) return <p className={classes.hint}>{t('organisations.none')}</p>;
  const { field, list } = registerFields[props.by];
  const greatest = Math.max(...props.groups.map((group) => group.count));
  const open = (key: string | null) => {
    arrangeAhead([
      key === null ? { field, rule: 'empty', values: [] } : { field, rule: 'any_of', values: [key] },
    ]);
    void navigate('/organisations');
  };
  return (
    <table className={classes.groups} aria-label={t(`dimensions.${props.by}`)}>
      <thead>
        <tr>
          <th scope="col">{t(`dimensions.${props.by}`)}</th>
          <th scope="col">{t('organisations.share')}</th>
          <th scope="col" className={classes.number}>
            {t('organisations.count')}
          </th>
          {props.by !== 'country' && <th scope="col">{t('organisations.countries')}</th>}
        </tr>
      </thead>
      <tbody>
        {props.groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">
              <button type="button" className="linked" onClick={() => open(group.key)}>
                {group.key === null ? t('notFilled') : listLabel(list, group.key)}
              </button>
            </th>
            <td>
              <span className={classes.share}>
                <span className={classes.track} aria-hidden="true">
                  <span style={{ width: `${(group.count * 100) / greatest}%` }} />
                </span>
                <span className="figures">{percentText(Math.round((group.count * 100) / props.total))}</span>
              </span>
            </td>
            <td className={`${classes.number} figures`}>{numberText(group.count)}</td>
            {props.by !== 'country' && <Countries group={group} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Countries(props: { readonly group: Group }) {
  return (
    <td>
      <ul className={classes.countries}>
        {props.group.countries.map(({ code, count }) => (
          <li key={code}>
            <abbr title={countryName(code)}>{code}</abbr> <span className="figures">{numberText(count)}</span>
          </li>
        ))}
      </ul>
    </td>
  );
}
