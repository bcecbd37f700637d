import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck, IconLock, IconStar, IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { affiliationFields, personFields } from '../../../../main/core/contract/members/fields';
import type { OrganisationSheet } from '../../../../main/core/contract/members/operations';
import { call, useAnswer } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { labelOfField } from '../../../app/i18n';
import { useSay } from '../../../app/status';
import { ErrorLine } from '../../../components/ErrorPanel';
import { TypedCell } from '../TypedCell';
import classes from './Organisations.module.css';

interface ContactsProps {
  readonly sheet: OrganisationSheet;
  readonly editable: 'editable' | 'read_only';
  /** The line for a new one is open. */
  readonly adding: 'yes' | 'no';
  onAdded(): void;
}

/** The contact persons of an organisation: function, phone, and what they agreed to. */
export function Contacts(props: ContactsProps) {
  const { t } = useTranslation(['members', 'common']);
  const { contacts, organisation } = props.sheet;
  return (
    <>
      {contacts.length > 0 && (
        <table className={`${classes.table} ${classes.subjectFirst}`} aria-label={t('contacts.title')}>
          <thead>
            <tr>
              <th scope="col">{labelOfField(personFields, { name: 'fullName' })}</th>
              <th scope="col">{labelOfField(affiliationFields, { name: 'role' })}</th>
              <th scope="col">
                {labelOfField(personFields, { name: 'phone' })} <IconLock className="icon-15" />
              </th>
              <th scope="col">{t('contacts.consent')}</th>
              <td className={classes.tools} />
            </tr>
          </thead>
          <tbody>
            {contacts.map((contact) => (
              <ContactRow key={contact.affiliation.id} contact={contact} editable={props.editable} />
            ))}
          </tbody>
        </table>
      )}
      {props.adding === 'yes' && <NewContact organisation={organisation.id} onClose={props.onAdded} />}
    </>
  );
}

function ContactRow(props: {
  readonly contact: OrganisationSheet['contacts'][number];
  readonly editable: 'editable' | 'read_only';
}) {
  const { t } = useTranslation('members');
  const say = useSay();
  const { affiliation, person, consents } = props.contact;
  const name = String(person.values.fullName ?? '');
  const remove = () => {
    call('records.trash', { entity: 'affiliations', ids: [affiliation.id] }).then(
      () => say(t('contacts.removed', { name })),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <tr>
      <td>
        <Link to={`/persons/${person.id}`}>
          <bdi>{name}</bdi>
        </Link>{' '}
        {affiliation.values.isMainContact === true && (
          <IconStar className="icon-15" role="img" aria-hidden={false} aria-label={t('contacts.main')} />
        )}
      </td>
      <td>
        <TypedCell entity={affiliationFields} name="role" record={affiliation} editable={props.editable} />
      </td>
      <td>
        <TypedCell entity={personFields} name="phone" record={person} editable={props.editable} />
      </td>
      <td>
        <ConsentWords purposes={consents} />
      </td>
      <td className={classes.tools}>
        {props.editable === 'editable' && (
          <ActionIcon
            className={classes.rowTools ?? ''}
            aria-label={t('contacts.remove', { name })}
            onClick={remove}
          >
            <IconUnlink />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

/** What a person agreed to, in two words; a warning when nothing was asked yet. */
export function ConsentWords(props: { readonly purposes: readonly string[] }) {
  const { t } = useTranslation('members');
  if (props.purposes.length === 0) {
    return (
      <span className={classes.toAsk}>
        <IconAlertTriangle className="icon-15" /> {t('consents.toAsk')}
      </span>
    );
  }
  const short = { directory: 'directory', photo: 'photo', region: 'region', donor: 'donor' } as const;
  const words = props.purposes.map((purpose) =>
    purpose in short ? t(`consents.short.${purpose as keyof typeof short}`) : purpose,
  );
  return (
    <span className={classes.ok}>
      <IconCheck className="icon-15" /> {words.join(', ')}
    </span>
  );
}

const proposed = 5;

function NewContact(props: { readonly organisation: string; onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [phone, setPhone] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isWriting, setWriting] = useState(false);
  const [searched] = useDebouncedValue(name.trim(), 150);
  const found = useAnswer(
    'members.find',
    { text: searched, limit: 20 },
    { ask: searched.length < 2 ? 'later' : 'now' },
  );
  const persons = found.data?.filter((hit) => hit.entity === 'persons').slice(0, proposed) ?? [];
  const link = async (person: string) => {
    await call('records.create', {
      entity: 'affiliations',
      values: { person, organisation: props.organisation, role: role.trim() === '' ? null : role },
    });
    props.onClose();
  };
  const create = async () => {
    const values = { fullName: name, phone: phone.trim() === '' ? null : phone };
    await link((await call('records.create', { entity: 'persons', values })).id);
  };
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '' || isWriting) return;
        setWriting(true);
        create()
          .catch(setError)
          .finally(() => setWriting(false));
      }}
    >
      <TextInput
        label={labelOfField(personFields, { name: 'fullName' })}
        value={name}
        autoFocus
        dir="auto"
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={labelOfField(affiliationFields, { name: 'role' })}
        value={role}
        autoComplete="off"
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <TextInput
        label={labelOfField(personFields, { name: 'phone' })}
        value={phone}
        autoComplete="off"
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={isWriting}>
        {t('contacts.addThis')}
      </Button>
      <Button onClick={props.onClose}>{t('common:cancel')}</Button>
      {persons.length > 0 && searched === name.trim() && (
        <div>
          <span className="quiet">{t('contacts.existing')}</span>{' '}
          {persons.map((person) => (
            <Button key={person.id} variant="subtle" onClick={() => link(person.id).catch(setError)}>
              <bdi>{person.title}</bdi>
            </Button>
          ))}
        </div>
      )}
      <ErrorLine error={error} />
    </form>
  );
}
