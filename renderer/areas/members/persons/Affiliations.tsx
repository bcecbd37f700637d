import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { affiliationFields } from '../../../../main/core/contract/members/fields';
import type { PersonSheet } from '../../../../main/core/contract/members/operations';
import { call, useCommand } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { labelOfField } from '../../../app/i18n';
import { useSay } from '../../../app/status';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from '../organisations/Organisations.module.css';
import { RecordPicker } from '../RecordPicker';
import { TypedCell } from '../TypedCell';

interface AffiliationsProps {
  readonly sheet: PersonSheet;
  readonly editable: 'editable' | 'read_only';
  /** The line for a new one is open. */
  readonly adding: 'yes' | 'no';
  onAdded(): void;
}

const shown = ['role', 'since', 'until'] as const;

/** The organisations a person speaks for, with function and dates. */
export function Affiliations(props: AffiliationsProps) {
  const { t } = useTranslation('members');
  const { affiliations, person } = props.sheet;
  return (
    <>
      {affiliations.length > 0 ? (
        <table className={`${classes.table} ${classes.subjectFirst}`} aria-label={t('persons.functions')}>
          <thead>
            <tr>
              <th scope="col">{labelOfField(affiliationFields, { name: 'organisation' })}</th>
              {shown.map((name) => (
                <th key={name} scope="col">
                  {labelOfField(affiliationFields, { name })}
                </th>
              ))}
              <td className={classes.tools} />
            </tr>
          </thead>
          <tbody>
            {affiliations.map((link) => (
              <AffiliationRow key={link.affiliation.id} link={link} editable={props.editable} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="quiet">{t('persons.noFunction')}</p>
      )}
      {props.adding === 'yes' && <NewAffiliation person={person.id} onClose={props.onAdded} />}
    </>
  );
}

function AffiliationRow(props: {
  readonly link: PersonSheet['affiliations'][number];
  readonly editable: 'editable' | 'read_only';
}) {
  const { t } = useTranslation('members');
  const say = useSay();
  const { affiliation, organisationName } = props.link;
  const remove = () => {
    call('records.trash', { entity: 'affiliations', ids: [affiliation.id] }).then(
      () => say(t('persons.functionRemoved', { name: organisationName })),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <tr>
      <td>
        <Link to={`/organisations/${String(affiliation.values.organisation)}`}>
          <bdi>{organisationName}</bdi>
        </Link>
      </td>
      {shown.map((name) => (
        <td key={name}>
          <TypedCell entity={affiliationFields} name={name} record={affiliation} editable={props.editable} />
        </td>
      ))}
      <td className={classes.tools}>
        {props.editable === 'editable' && (
          <ActionIcon
            className={classes.rowTools ?? ''}
            aria-label={t('persons.removeFunction', { name: organisationName })}
            onClick={remove}
          >
            <IconUnlink />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

function NewAffiliation(props: { readonly person: string; onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const create = useCommand('records.create');
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (organisation === null) return;
        create.mutate(
          {
            entity: 'affiliations',
            values: { person: props.person, organisation, role: role.trim() === '' ? null : role },
          },
          { onSuccess: props.onClose },
        );
      }}
    >
      <RecordPicker
        of="organisations"
        label={labelOfField(affiliationFields, { name: 'organisation' })}
        value={organisation}
        onChoose={setOrganisation}
        focus="at_once"
      />
      <TextInput
        label={labelOfField(affiliationFields, { name: 'role' })}
        value={role}
        autoComplete="off"
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={organisation === null} loading={create.isPending}>
        {t('persons.addThisFunction')}
      </Button>
      <Button onClick={props.onClose}>{t('common:cancel')}</Button>
      <ErrorLine error={create.error} />
    </form>
  );
}
