import { useTranslation } from 'react-i18next';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import type { OrganisationSheet } from '../../../../main/core/contract/members/operations';
import { wordError } from '../../../app/errors';
import { originText } from '../../../app/formats';
import { labelOfSection } from '../../../app/i18n';
import { listLabel } from '../../../app/lists';
import { usePrinting } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { PrintedSheet } from '../../../components/print/PrintedSheet';

const sections = [...new Set(organisationFields.fields.map((field) => field.section))];

function parts() {
  return sections.map((section) => ({
    key: section,
    label: labelOfSection(organisationFields, section),
    fields: organisationFields.fields.filter((field) => field.section === section),
  }));
}

/** Prints one sheet with its contacts and needs. */
export function usePrintSheet(): (sheet: OrganisationSheet) => void {
  const { t } = useTranslation(['members', 'common']);
  const { print } = usePrinting();
  const workspace = useWorkspace();
  const say = useSay();
  return (sheet) => {
    const paper = (
      <PrintedSheet
        title={String(sheet.organisation.values.name ?? '')}
        origin={originText(workspace.name, workspace.today)}
        description={organisationFields}
        record={sheet.organisation}
        parts={[
          ...parts(),
          { key: 'people', label: t('contacts.title'), fields: [], below: <PrintedContacts sheet={sheet} /> },
          { key: 'needs', label: t('needs.title'), fields: [], below: <PrintedNeeds sheet={sheet} /> },
        ]}
      />
    );
    print(paper).then(
      (outcome) => outcome === 'printed' && say(t('common:print.printed')),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
}

function PrintedContacts(props: { readonly sheet: OrganisationSheet }) {
  return (
    <table>
      <tbody>
        {props.sheet.contacts.map(({ affiliation, person }) => (
          <tr key={affiliation.id}>
            <td dir="auto">{String(person.values.fullName ?? '')}</td>
            <td dir="auto">{String(affiliation.values.role ?? '')}</td>
            <td className="ltr">{String(person.values.phone ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PrintedNeeds(props: { readonly sheet: OrganisationSheet }) {
  return (
    <table>
      <tbody>
        {props.sheet.needs.map((need) => (
          <tr key={need.id}>
            <td>{listLabel('capacityDomains', String(need.values.domain ?? ''))}</td>
            <td>{listLabel('needLevels', String(need.values.level ?? ''))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
