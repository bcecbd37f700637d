import { Menu } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import type { Input } from '../../../../main/core/contract/operations';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { listText, numberText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { useSay } from '../../../app/status';
import type { ListTools } from '../../../components/list/arranged-list';

type Wanted = Pick<Input<'spreadsheets.export'>, 'format' | 'audience'> & {
  readonly kind: 'list' | 'cartography';
};

const offers = [
  { name: 'xlsx', kind: 'list', format: 'xlsx', audience: 'committee' },
  { name: 'csv', kind: 'list', format: 'csv', audience: 'committee' },
  { name: 'cartographyXlsx', kind: 'cartography', format: 'xlsx', audience: 'committee' },
  { name: 'cartographyCsv', kind: 'cartography', format: 'csv', audience: 'committee' },
  { name: 'publicCartography', kind: 'cartography', format: 'csv', audience: 'public' },
] as const;

/** Items of a menu: the list as it is shown, or in the programme's cartography layout; each says what it holds. */
export function ExportItems(props: { tools(): ListTools | null }) {
  const { t } = useTranslation('spreadsheets');
  const exportList = useExport();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('export.contains')}</Menu.Label>
      {offers.map(({ name, ...wanted }) => (
        <Menu.Item
          key={name}
          leftSection={<IconTableExport />}
          onClick={() => {
            const tools = props.tools();
            if (tools !== null) exportList(tools, wanted);
          }}
        >
          {t(`export.${name}`)}
          {wanted.audience === 'public' && <div className="quiet">{t('export.containsPublic')}</div>}
        </Menu.Item>
      ))}
    </>
  );
}

function useExport(): (tools: ListTools, wanted: Wanted) => void {
  const { t } = useTranslation('spreadsheets');
  const say = useSay();
  const run = async ({ question, columns, scope }: ListTools, { kind, format, audience }: Wanted) => {
    const name = kind === 'list' ? t('export.file') : t('export.cartographyFile');
    const file = await call('shell.chooseWhereToSave', {
      purpose: format === 'xlsx' ? 'workbook' : 'csv',
      suggestedName: `${name}.${format}`,
    });
    if (file === null) return;
    const layout =
      kind === 'list'
        ? { kind, columns: columns.map(({ key, label }) => ({ field: key, heading: label })) }
        : { kind };
    const saved = await call('spreadsheets.export', {
      file: file.handle,
      question: { ...question, filters: [...question.filters] },
      layout,
      format,
      only: scope.scope.kind === 'question' && scope.scope.except.length === 0 ? null : scope.scope,
      groupHeading:
        question.group === null || question.group === undefined
          ? null
          : labelOfField(organisationFields, { name: question.group }),
      text: null,
      audience,
    });
    say(
      t('export.saved', { name: saved.fileName, rows: numberText(saved.rows) }) +
        leftOutText(saved.leftOut) +
        (saved.unpublished === 0 ? '' : ` ${t('export.unpublished', { count: saved.unpublished })}`),
    );
  };
  const leftOutText = (fields: readonly string[]) =>
    fields.length === 0
      ? ''
      : ` ${t('export.leftOut', { fields: listText(fields.map((name) => labelOfField(organisationFields, { name }))) })}`;
  return (tools, wanted) => {
    run(tools, wanted).catch((error: unknown) => say(wordError(error).sentence));
  };
}
