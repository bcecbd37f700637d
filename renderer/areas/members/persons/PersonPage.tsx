import { Menu } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { FieldDescription } from '../../../../main/core/contract/fields';
import { personFields } from '../../../../main/core/contract/members/fields';
import type { PersonSheet } from '../../../../main/core/contract/members/operations';
import { useAnswer } from '../../../app/calls';
import { labelOfSection } from '../../../app/i18n';
import { useScreenKeys } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { RecordSheet, type SheetPart } from '../../../components/sheet/RecordSheet';
import { AddButton } from '../AddButton';
import { useAttachmentPart } from '../attachments/attachment-part';
import { HeadPhoto } from '../attachments/HeadPhoto';
import { Crumbs } from '../Crumbs';
import { InTrash } from '../InTrash';
import { MoreMenu } from '../MoreMenu';
import classes from '../organisations/Organisations.module.css';
import { Affiliations } from './Affiliations';
import { Consents } from './Consents';
import { ErasePerson } from './ErasePerson';
import { Leaves } from './Leaves';

/** The sheet of one person: who, where they work, what they agreed to, and what leaves because of it. */
export function PersonPage() {
  const { id = '' } = useParams();
  const sheet = useAnswer('members.personSheet', { id }, { meanwhile: 'previous' });
  if (sheet.error !== null) return <ErrorPanel error={sheet.error} />;
  if (sheet.data === undefined) return null;
  return <Sheet sheet={sheet.data} />;
}

const sections = [...new Set(personFields.fields.map((field) => field.section))];

function Sheet(props: { readonly sheet: PersonSheet }) {
  const { t } = useTranslation(['members', 'common']);
  const { sheet } = props;
  const canEdit = useCanEdit() && sheet.person.deletedAt === null;
  const editable = canEdit ? 'editable' : 'read_only';
  const [adding, setAdding] = useState<'yes' | 'no'>('no');
  useScreenKeys([
    { keys: ['Tab'], label: t('common:keys.nextField') },
    { keys: ['Ctrl', '↓'], label: t('common:keys.nextRecord') },
    { keys: ['Alt', 'H'], label: t('common:keys.fieldHistory') },
  ]);
  const attachments = useAttachmentPart({ entity: 'persons', id: sheet.person.id }, editable);
  const parts = sections.flatMap((section): SheetPart[] => {
    const part: SheetPart = {
      key: section,
      label: labelOfSection(personFields, section),
      fields: personFields.fields.filter((field: FieldDescription) => field.section === section),
    };
    if (section !== 'contacts') return [part];
    return [
      part,
      {
        key: 'affiliations',
        label: t('persons.functions'),
        fields: [],
        action: canEdit && <AddButton label={t('persons.addFunction')} onClick={() => setAdding('yes')} />,
        below: (
          <Affiliations sheet={sheet} editable={editable} adding={adding} onAdded={() => setAdding('no')} />
        ),
      },
      {
        key: 'consents',
        label: t('consents.title'),
        fields: [],
        below: <Consents sheet={sheet} editable={editable} />,
      },
    ];
  });
  return (
    <RecordSheet
      description={personFields}
      record={sheet.person}
      parts={[...parts, attachments]}
      editable={editable}
      country={null}
      head={<Head sheet={sheet} editable={editable} />}
      rail={<Leaves sheet={sheet} />}
    />
  );
}

function Head(props: { readonly sheet: PersonSheet; readonly editable: 'editable' | 'read_only' }) {
  const { t } = useTranslation('members');
  const [erasing, setErasing] = useState<'yes' | 'no'>('no');
  const { person } = props.sheet;
  const name = String(person.values.fullName ?? '');
  return (
    <>
      <Crumbs
        list="persons"
        operation="members.persons"
        to="/persons"
        title={t('persons.title')}
        id={person.id}
      />
      <div className={classes.title}>
        <HeadPhoto owner={{ entity: 'persons', id: person.id }} name={name} />
        <h1 dir="auto">{name}</h1>
        <div className={classes.titleActions}>
          {props.editable === 'editable' && (
            <MoreMenu
              entity="persons"
              id={person.id}
              last={
                <Menu.Item leftSection={<IconEraser />} onClick={() => setErasing('yes')}>
                  {t('erasing.open')}
                </Menu.Item>
              }
            />
          )}
        </div>
      </div>
      {erasing === 'yes' && <ErasePerson id={person.id} name={name} onClose={() => setErasing('no')} />}
      {person.deletedAt !== null && (
        <InTrash entity="persons" id={person.id} mergedInto={props.sheet.mergedInto} />
      )}
    </>
  );
}
