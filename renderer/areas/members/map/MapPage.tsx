import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Input } from '../../../../main/core/contract/operations';
import { call, useAnswer } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { dayText, numberText } from '../../../app/formats';
import { listLabel, listOptions } from '../../../app/lists';
import { usePagePrint, usePrinting } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { SearchSelect } from '../../../components/choice/SearchSelect';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { useArrangeAhead } from '../../../components/list/list-state';
import { PageHead } from '../../../components/PageHead';
import { PrintMenu } from '../../../components/print/PrintMenu';
import { useOpenSheets } from '../cartography/open-sheets';
import { mapsOf } from './geography';
import classes from './Map.module.css';
import { RegionMap } from './RegionMap';
import { RegionTable } from './RegionTable';

type Measure = Input<'members.map'>['measure'];

/** Where the organisations are: by number, by theme, by unmet need; a region leads to its list. */
export function MapPage() {
  const { t } = useTranslation(['members', 'common']);
  const workspace = useWorkspace();
  const [country, setCountry] = useState(workspace.country);
  const [measure, setMeasure] = useState<Measure>('organisations');
  const [code, setCode] = useState<string | null>(null);
  const answer = useAnswer(
    'members.map',
    { country, measure, code: measure === 'organisations' ? null : code },
    { meanwhile: 'previous', ask: measure === 'theme' && code === null ? 'later' : 'now' },
  );
  const title = titleOf(t, measure, code);
  const openRegions = useOpenRegions({ country, measure, code });
  const print = usePrintMap(answer.data, country, title);
  if (answer.error !== null) return <ErrorPanel error={answer.error} />;
  return (
    <>
      <PageHead
        title={t('map.title')}
        hint={answer.data === undefined ? title : `${title} · ${numberText(answer.data.total)}`}
      >
        <PrintMenu onChoose={print} />
      </PageHead>
      <Measures
        {...{ country, measure, code }}
        onCountry={setCountry}
        onMeasure={(next) => {
          setMeasure(next);
          setCode(next === 'theme' ? (listOptions('themes')[0]?.code ?? null) : null);
        }}
        onCode={setCode}
      />
      {answer.data !== undefined && (
        <div className={classes.columns}>
          <div className={classes.drawing}>
            <RegionMap country={country} answer={answer.data} label={title} onChoose={openRegions} />
            <Footnote country={country} />
          </div>
          <RegionTable country={country} answer={answer.data} label={title} onOpen={openRegions} />
        </div>
      )}
    </>
  );
}

/** Opens the list on what regions count (null: those without region). Needs are no field of the list: their sheets are named. */
function useOpenRegions({ country, measure, code }: Input<'members.map'>) {
  const navigate = useNavigate();
  const arrange = useArrangeAhead('organisations');
  const openSheets = useOpenSheets();
  const say = useSay();
  return (regions: readonly string[] | null) => {
    if (measure === 'need') {
      const counted = { country, measure, code, regions: regions === null ? null : [...regions] };
      call('members.mapped', counted).then(
        ({ ids }) => openSheets(ids),
        (error: unknown) => say(wordError(error).sentence),
      );
      return;
    }
    arrange([
      regions === null
        ? { field: 'region', rule: 'empty', values: [] }
        : { field: 'region', rule: 'any_of', values: [...regions] },
      ...(regions === null && country !== null
        ? [{ field: 'country', rule: 'any_of' as const, values: [country] }]
        : []),
      ...(measure === 'theme' && code !== null
        ? [{ field: 'themes', rule: 'any_of' as const, values: [code] }]
        : []),
    ]);
    void navigate('/organisations');
  };
}

function titleOf(
  t: ReturnType<typeof useTranslation<['members', 'common']>>['t'],
  measure: Measure,
  code: string | null,
) {
  if (measure === 'theme') return t('map.byTheme', { theme: listLabel('themes', code ?? '') });
  if (measure === 'need') {
    return code === null
      ? t('map.byNeed')
      : t('map.byNeedIn', { domain: listLabel('capacityDomains', code) });
  }
  return t('map.byNumber');
}

function Measures(props: {
  readonly country: string | null;
  readonly measure: Measure;
  readonly code: string | null;
  onCountry(country: string | null): void;
  onMeasure(measure: Measure): void;
  onCode(code: string | null): void;
}) {
  const { t } = useTranslation('members');
  const { role } = useWorkspace();
  const options = (list: string) =>
    listOptions(list).map((option) => ({ value: option.code, label: option.label }));
  return (
    <div className={classes.measures}>
      {role === 'coordination' && (
        <Select
          aria-label={t('map.country')}
          placeholder={t('map.wholeRegion')}
          data={options('countries')}
          value={props.country}
          onChange={props.onCountry}
          clearable
          clearButtonProps={{ 'aria-label': t('map.wholeRegion') }}
        />
      )}
      <Select
        aria-label={t('map.measure')}
        data={(['organisations', 'theme', 'need'] as const).map((value) => ({
          value,
          label: t(`map.measures.${value}`),
        }))}
        value={props.measure}
        allowDeselect={false}
        onChange={(next) => props.onMeasure((next ?? 'organisations') as Measure)}
      />
      {props.measure === 'theme' && (
        <SearchSelect
          aria-label={t('map.measures.theme')}
          data={options('themes')}
          value={props.code}
          onChange={props.onCode}
        />
      )}
      {props.measure === 'need' && (
        <Select
          aria-label={t('map.domain')}
          placeholder={t('map.everyDomain')}
          data={options('capacityDomains')}
          value={props.code}
          clearable
          clearButtonProps={{ 'aria-label': t('map.everyDomain') }}
          onChange={props.onCode}
        />
      )}
    </div>
  );
}

/** Sources that ask to be named, and that no border is claimed. */
function Footnote(props: { readonly country: string | null }) {
  const { t } = useTranslation('members');
  const maps = mapsOf(props.country);
  const attributions = [...new Set(maps.flatMap(({ attribution }) => attribution ?? []))];
  return (
    <p className={classes.footnote}>
      {[
        ...attributions,
        ...(maps.some((map) => map.shapes.length === 0) ? [t('map.dotsOnly')] : []),
        t('map.noClaim'),
      ].join(' · ')}
    </p>
  );
}

function usePrintMap(
  answer: Parameters<typeof RegionMap>[0]['answer'] | undefined,
  country: string | null,
  title: string,
) {
  const { t } = useTranslation('members');
  const { print, savePdf } = usePrinting();
  const workspace = useWorkspace();
  const act = (outcome: 'print' | 'pdf') => {
    if (answer === undefined) return;
    const paper = (
      <>
        <div className="paper-head">
          <h1>{title}</h1>
          <span>{`${workspace.name}, ${dayText(workspace.today)}`}</span>
        </div>
        <div className={classes.paper}>
          <RegionMap country={country} answer={answer} label={title} />
          <RegionTable country={country} answer={answer} label={title} />
        </div>
        <Footnote country={country} />
      </>
    );
    void (outcome === 'print' ? print(paper) : savePdf(paper, `${t('map.title')}.pdf`, 'landscape'));
  };
  usePagePrint(() => act('print'));
  return act;
}
