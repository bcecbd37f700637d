import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconClipboardText, IconInbox, IconPencil, IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { holdKeys } from '../../../app/held-keys';
import { listLabel } from '../../../app/lists';
import { useShellActions } from '../../../app/shell/actions';
import { importRoute } from '../../../app/spreadsheet-opening';
import { useScreenKeys } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { EmptyState } from '../../../components/EmptyState';
import { Keys } from '../../../components/Keys';
import { PageHead } from '../../../components/PageHead';
import { NeedLevel } from './NeedLevel';
import classes from './Organisations.module.css';

/** The register before its first sheet: what it is for, how to begin, what it will look like. */
export function NoOrganisation() {
  const { t } = useTranslation('members');
  const canEdit = useCanEdit();
  return (
    <>
      <PageHead title={t('organisations.title')} />
      {canEdit ? <Begin /> : <Wait />}
    </>
  );
}

function Begin() {
  const { t } = useTranslation(['members', 'common', 'spreadsheets']);
  const navigate = useNavigate();
  const create = () => {
    holdKeys();
    void navigate('/organisations/new');
  };
  useHotkeys([['mod+N', create]], []);
  useScreenKeys([{ keys: ['Ctrl', 'N'], label: t('common:keys.create') }]);
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      beginnings={[
        {
          icon: IconTableImport,
          title: t('empty.import'),
          text: t('empty.importText'),
          action: (
            <Button variant="filled" onClick={() => void navigate(importRoute)}>
              {t('spreadsheets:importAction')}
            </Button>
          ),
        },
        {
          icon: IconPencil,
          title: t('empty.type'),
          text: t('empty.typeText'),
          action: (
            <>
              <Button onClick={create}>{t('organisations.new')}</Button>
              <Keys keys={['Ctrl', 'N']} />
            </>
          ),
        },
        {
          icon: IconClipboardText,
          title: t('empty.interview'),
          text: t('empty.interviewText'),
          action: (
            <>
              <Button onClick={() => void navigate('/organisations/interview/paper')}>
                {t('empty.printBlank')}
              </Button>
              <Button variant="subtle" onClick={() => void navigate('/organisations/interview')}>
                {t('interview.title')}
              </Button>
            </>
          ),
        },
      ]}
      example={{ title: t('empty.example'), hint: t('empty.exampleHint'), content: <Example /> }}
    />
  );
}

function Wait() {
  const { t } = useTranslation('members');
  const { chooseFiles } = useShellActions();
  return (
    <EmptyState
      title={t('empty.regionTitle')}
      text={t('empty.regionText')}
      beginnings={[
        {
          icon: IconInbox,
          title: t('empty.open'),
          text: t('empty.openText'),
          action: (
            <Button variant="filled" onClick={chooseFiles}>
              {t('empty.openAction')}
            </Button>
          ),
        },
      ]}
      example={{ title: t('empty.example'), hint: t('empty.exampleHint'), content: <Example /> }}
    />
  );
}

const fictive = [
  ['AFEM', 'Association des femmes de Mamou', 3],
  ['RJMK', 'Réseau des jeunes migrants de Kankan', 2],
  ['COREL', 'Collectif des retours de Labé', 3],
  ['DGF', 'Diaspora guinéenne de France', 1],
  ['SOLB', 'Solidarité Boké', 2],
  ['ONGF', 'Forêt et mobilité', 1],
] as const;
const fictiveCodes = [
  ['association', 'member', 'resource_mobilisation'],
  ['network', 'partner', 'advocacy'],
  ['collective', 'surveyed', 'psychosocial_support'],
  ['diaspora_organisation', 'partner', 'project_design'],
  ['association', 'contacted', 'financial_management'],
  ['ngo', 'identified', 'legal_framework'],
] as const;

function Example() {
  const { t } = useTranslation('members');
  return (
    <table className={classes.example}>
      <thead>
        <tr>
          <th>{t('fields.organisations.acronym')}</th>
          <th>{t('fields.organisations.name')}</th>
          <th>{t('fields.organisations.type')}</th>
          <th>{t('fields.organisations.status')}</th>
          <th>{t('organisations.firstNeed')}</th>
        </tr>
      </thead>
      <tbody>
        {fictive.map(([acronym, name, level], index) => (
          <ExampleRow key={acronym} acronym={acronym} name={name} level={level} codes={fictiveCodes[index]} />
        ))}
      </tbody>
    </table>
  );
}

function ExampleRow(props: {
  readonly acronym: string;
  readonly name: string;
  readonly level: number;
  readonly codes: readonly [string, string, string] | undefined;
}) {
  const [type, status, domain] = props.codes ?? ['', '', ''];
  return (
    <tr>
      <td>{props.acronym}</td>
      <td>{props.name}</td>
      <td>{listLabel('organisationTypes', type)}</td>
      <td>{listLabel('organisationStatuses', status)}</td>
      <td>
        <NeedLevel level={props.level} /> {listLabel('capacityDomains', domain)}
      </td>
    </tr>
  );
}
