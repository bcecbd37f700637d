import { Button } from '@mantine/core';
import { IconFileText, IconPencil } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { consentStateSchema } from '../../../../main/core/contract/members/consent-operations';
import { useAnswer } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { numberText } from '../../../app/formats';
import { listOptions } from '../../../app/lists';
import { usePagePrint } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import type { ListTools } from '../../../components/list/arranged-list';
import type { FilterField } from '../../../components/list/filters';
import { allRows } from '../../../components/list/paged-rows';
import { RecordList } from '../../../components/list/RecordList';
import type { ListSelection } from '../../../components/list/selection';
import type { ListView } from '../../../components/list/ViewTabs';
import { PageHead } from '../../../components/PageHead';
import { PrintMenu } from '../../../components/print/PrintMenu';
import { usePrintList } from '../print-list';
import classes from './Consents.module.css';
import { consentColumns } from './columns';
import { RecordAnswers } from './RecordAnswers';

/** Everybody's consents: what is missing, what ends, and answers noted for many at once. */
export function ConsentsPage() {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  const canEdit = useCanEdit();
  const say = useSay();
  const tools = useRef<ListTools | null>(null);
  const [answering, setAnswering] = useState<readonly string[] | null>(null);
  const counts = useAnswer('consents.counts', {});
  const columns = useMemo(() => consentColumns(t), [t]);
  const filterFields = useFilterFields();
  const printList = usePrintList({
    operation: 'consents.list',
    columns,
    title: t('consentsPage.title'),
    filterFields,
  });
  const print = (outcome: 'print' | 'pdf') => tools.current !== null && printList(tools.current, outcome);
  usePagePrint(() => print('print'));
  const views = useViews(counts.data);
  if (counts.error !== null) return <ErrorPanel error={counts.error} />;
  const withPersons = (selection: ListSelection, act: (persons: readonly string[]) => void) => {
    personsIn(selection).then(act, (error: unknown) => say(wordError(error).sentence));
  };
  const toForms = (persons: readonly string[]) => void navigate('/consents/forms', { state: { persons } });
  return (
    <>
      <PageHead title={t('consentsPage.title')}>
        <Button leftSection={<IconFileText />} onClick={() => toForms([])}>
          {t('consentsPage.blankForm')}
        </Button>
        <PrintMenu onChoose={print} />
      </PageHead>
      <p className={classes.why}>{t('consentsPage.why')}</p>
      {answering !== null && <RecordAnswers persons={answering} onClose={() => setAnswering(null)} />}
      <RecordList
        name="consents"
        label={t('consentsPage.title')}
        operation="consents.list"
        columns={columns}
        views={views}
        filterFields={filterFields}
        firstSort={{ field: 'fullName', direction: 'ascending' }}
        onOpen={(row) => void navigate(`/persons/${row.id}`)}
        {...(canEdit
          ? {
              selectionActions: (selection: ListSelection) => (
                <>
                  <button type="button" onClick={() => withPersons(selection, setAnswering)}>
                    <IconPencil /> {t('consentsPage.record')}
                  </button>
                  <button type="button" onClick={() => withPersons(selection, toForms)}>
                    <IconFileText /> {t('consentsPage.forms')}
                  </button>
                </>
              ),
            }
          : {})}
        summary={(shown) => (
          <span>{t('consentsPage.found', { count: shown.total, number: numberText(shown.total) })}</span>
        )}
        onTools={(shown) => {
          tools.current = shown;
        }}
      />
    </>
  );
}

/** As many persons as one gesture takes. */
const atMost = 10_000;

/** The checked persons by their ids. */
async function personsIn({ ids, scope }: ListSelection): Promise<readonly string[]> {
  if (ids !== null || scope.kind === 'ids') return ids ?? [];
  const rows = await allRows('consents.list', scope.question, atMost);
  return rows.map(({ id }) => id).filter((id) => !scope.except.includes(id));
}

const watched = ['missing', 'expired', 'expiring', 'withdrawn', 'unproven'] as const;

type Counts = { readonly persons: number; readonly byState: Readonly<Record<string, number>> };

function useViews(counts: Counts | undefined): readonly ListView[] {
  const { t } = useTranslation('members');
  return useMemo(
    () => [
      { key: 'all', label: t('consentsPage.views.all'), count: counts?.persons },
      ...watched.map((state) => ({
        key: state,
        label: t(`consentsPage.views.${state}`),
        count: counts?.byState[state],
        filters: [{ field: 'any', rule: 'any_of' as const, values: [state] }],
      })),
    ],
    [t, counts],
  );
}

function useFilterFields(): readonly FilterField[] {
  const { t } = useTranslation('members');
  return useMemo(() => {
    const options = consentStateSchema.options.map((code) => ({
      code,
      label: t(`consentsPage.states.${code}`),
    }));
    const labelOf = (code: string) => options.find((option) => option.code === code)?.label ?? code;
    return listOptions('consentPurposes').map(({ code, label }) => ({
      field: code,
      label,
      options,
      labelOf,
    }));
  }, [t]);
}
