import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { FieldDescription } from '../../../../main/core/contract/fields';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import { needsFollow } from '../../../../main/core/contract/members/interview';
import type { OrganisationSheet } from '../../../../main/core/contract/members/operations';
import { useAnswer } from '../../../app/calls';
import { labelOfSection } from '../../../app/i18n';
import { useScreenKeys } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { RecordSheet, type SheetPart } from '../../../components/sheet/RecordSheet';
import { AddButton } from '../AddButton';
import { useAttachmentPart } from '../attachments/attachment-part';
import { usePaperNumbers } from '../interview/paper-numbers';
import { Contacts } from './Contacts';
import { Needs } from './Needs';
import { OrganisationHead } from './OrganisationHead';
import { OrganisationLinks } from './OrganisationLinks';
import { OrganisationRail } from './OrganisationRail';
import { StatusHistory } from './StatusHistory';

/** The sheet of one organisation. */
export function OrganisationPage() {
  const { id = '' } = useParams();
  const sheet = useAnswer('members.sheet', { id }, { meanwhile: 'previous' });
  if (sheet.error !== null) return <ErrorPanel error={sheet.error} />;
  if (sheet.data === undefined) return null;
  return <Sheet sheet={sheet.data} />;
}

/** Tables of records that belong to the sheet. */
type Table = 'contacts' | 'needs' | 'links' | 'statuses';

const sections = [...new Set(organisationFields.fields.map((field) => field.section))];

function Sheet(props: { readonly sheet: OrganisationSheet }) {
  const { t } = useTranslation(['members', 'common']);
  const { sheet } = props;
  const canEdit = useCanEdit() && sheet.organisation.deletedAt === null;
  const editable = canEdit ? 'editable' : 'read_only';
  const [adding, setAdding] = useState<Table | null>(null);
  const table = (key: Table) =>
    ({
      sheet,
      editable,
      adding: adding === key ? 'yes' : 'no',
      onAdded: () => setAdding(null),
    }) as const;
  const add = (key: Table, label: string) =>
    canEdit && <AddButton label={label} onClick={() => setAdding(key)} />;
  useScreenKeys([
    { keys: ['Tab'], label: t('common:keys.nextField') },
    { keys: ['Ctrl', '↓'], label: t('common:keys.nextRecord') },
    { keys: ['Alt', 'H'], label: t('common:keys.fieldHistory') },
  ]);
  const parts = sections.flatMap((section): SheetPart[] => {
    const part: SheetPart = {
      key: section,
      label: labelOfSection(organisationFields, section),
      fields: organisationFields.fields.filter((field: FieldDescription) => field.section === section),
      percent: sheet.completeness.sections.find((known) => known.section === section)?.percent,
    };
    if (section === 'contacts') {
      return [
        { ...part, action: add('contacts', t('contacts.add')), below: <Contacts {...table('contacts')} /> },
      ];
    }
    if (section === needsFollow) {
      return [
        part,
        {
          key: 'needs',
          label: t('needs.title'),
          shortLabel: t('needs.short'),
          fields: [],
          action: add('needs', t('needs.add')),
          percent: sheet.needs.length > 0 ? 100 : 0,
          below: <Needs {...table('needs')} />,
        },
      ];
    }
    if (section === 'dialogue') {
      return [
        { ...part, action: add('links', t('links.add')), below: <OrganisationLinks {...table('links')} /> },
      ];
    }
    if (section === 'programme') {
      return [
        {
          ...part,
          action: add('statuses', t('statuses.add')),
          below: <StatusHistory {...table('statuses')} />,
        },
      ];
    }
    return [part];
  });
  const numbers = usePaperNumbers();
  const attachments = useAttachmentPart({ entity: 'organisations', id: sheet.organisation.id }, editable);
  const { country } = sheet.organisation.values;
  return (
    <RecordSheet
      description={organisationFields}
      record={sheet.organisation}
      parts={[...parts.map((part) => ({ ...part, number: numbers.sections.get(part.key) })), attachments]}
      numbers={numbers.fields}
      editable={editable}
      country={typeof country === 'string' ? country : null}
      head={<OrganisationHead sheet={sheet} />}
      rail={<OrganisationRail sheet={sheet} />}
    />
  );
}
