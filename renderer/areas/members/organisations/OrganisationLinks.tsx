import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { organisationLinkFields } from '../../../../main/core/contract/members/fields';
import { useCommand } from '../../../app/calls';
import { labelOfField } from '../../../app/i18n';
import { listLabel, listOptions } from '../../../app/lists';
import { ErrorLine } from '../../../components/ErrorPanel';
import { BelongingRecords } from '../BelongingRecords';
import { RecordPicker } from '../RecordPicker';
import classes from './Organisations.module.css';
import type { SheetTableProps } from './StatusHistory';

type KnownLink = SheetTableProps['sheet']['links'][number];

/** Networks, sections and those who represent others, seen from both ends; a network never adds up its members. */
export function OrganisationLinks(props: SheetTableProps) {
  const { t } = useTranslation('members');
  const { links, organisation } = props.sheet;
  return (
    <>
      {links.length === 0 ? (
        <p className="quiet">{t('links.none')}</p>
      ) : (
        <BelongingRecords
          label={t('links.title')}
          entity={organisationLinkFields}
          leads={[labelOfField(organisationLinkFields, { name: 'kind' })]}
          fields={['since', 'until']}
          records={links.map((known) => ({
            record: known.link,
            name: known.other.name,
            lead: [<LinkSentence key="sentence" known={known} />],
          }))}
          editable={props.editable}
          removeLabel={(name) => t('links.remove', { name })}
          removedSentence={(name) => t('links.removed', { name })}
        />
      )}
      {props.adding === 'yes' && <NewLink organisation={organisation.id} onClose={props.onAdded} />}
    </>
  );
}

/** "Membre de Réseau Lien", or read from the other end "Section de Sfax : section de". */
function LinkSentence(props: { readonly known: KnownLink }) {
  const { direction, other, link } = props.known;
  const kind = listLabel('organisationLinkKinds', String(link.values.kind ?? ''));
  const name = (
    <Link to={`/organisations/${other.id}`}>
      <bdi>{other.acronym ?? other.name}</bdi>
    </Link>
  );
  return direction === 'from' ? (
    <>
      {kind} {name}
    </>
  ) : (
    <>
      {name} <span className="quiet">({kind.toLocaleLowerCase()})</span>
    </>
  );
}

function NewLink(props: { readonly organisation: string; onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const [kind, setKind] = useState<string | null>('member_of');
  const [other, setOther] = useState<string | null>(null);
  const create = useCommand('records.create');
  const isSelf = other === props.organisation;
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (kind === null || other === null || isSelf) return;
        create.mutate(
          { entity: 'organisationLinks', values: { organisation: props.organisation, kind, other } },
          { onSuccess: props.onClose },
        );
      }}
    >
      <Select
        label={labelOfField(organisationLinkFields, { name: 'kind' })}
        data={listOptions('organisationLinkKinds').map(({ code, label }) => ({ value: code, label }))}
        value={kind}
        onChange={setKind}
        allowDeselect={false}
      />
      <RecordPicker
        of="organisations"
        label={labelOfField(organisationLinkFields, { name: 'other' })}
        value={other}
        onChoose={setOther}
        focus="at_once"
      />
      <Button
        type="submit"
        variant="filled"
        disabled={kind === null || other === null || isSelf}
        loading={create.isPending}
      >
        {t('links.addThis')}
      </Button>
      <Button onClick={props.onClose}>{t('common:cancel')}</Button>
      {isSelf && <span className="quiet">{t('links.self')}</span>}
      <ErrorLine error={create.error} />
    </form>
  );
}
