import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { DuplicateKind } from '../../../../main/core/contract/members/duplicate-operations';
import { useAnswer, useCommand, useLongAnswer } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { numberText } from '../../../app/formats';
import { useSay } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { ViewTabs } from '../../../components/list/ViewTabs';
import { PageHead } from '../../../components/PageHead';
import { Comparing } from './Comparing';
import classes from './Duplicates.module.css';
import { MergePane } from './MergePane';
import { NoDuplicate } from './NoDuplicate';
import { PairList } from './PairList';

const pageSize = 100;

/** The doubles of the register: pairs by score on one side, the pair looked at on the other. */
export function Duplicates(props: { readonly kind: DuplicateKind }) {
  const { t } = useTranslation('duplicates');
  const navigate = useNavigate();
  const [limit, setLimit] = useState(pageSize);
  const found = useLongAnswer('duplicates.list', {
    kind: props.kind,
    offset: 0,
    limit: Math.min(200, limit),
  });
  const otherKind = props.kind === 'organisations' ? 'persons' : 'organisations';
  const others = useAnswer('duplicates.list', { kind: otherKind, offset: 0, limit: 1 });
  const totals = { [props.kind]: found.data?.total, [otherKind]: others.data?.total };
  const pairs = found.data?.pairs;
  return (
    <>
      <PageHead
        title={t('title')}
        hint={
          found.data !== undefined &&
          `${t('hint', { count: found.data.total, number: numberText(found.data.total) })} · ${t('compared', { count: found.data.compared, number: numberText(found.data.compared) })}`
        }
      />
      <ViewTabs
        views={(['organisations', 'persons'] as const).map((key) => ({
          key,
          label: t(`kinds.${key}`),
          count: totals[key],
        }))}
        current={props.kind}
        onChoose={(key) => void navigate(`/${key}/duplicates`, { replace: true })}
      />
      {found.progress !== null && <Comparing progress={found.progress} onStop={found.cancel} />}
      {found.error?.code === 'cancelled' ? (
        <div className={classes.comparing} role="status">
          {t('working.stopped')}
          <Button onClick={() => void found.refetch()}>{t('working.again')}</Button>
        </div>
      ) : (
        found.error !== null && <ErrorPanel error={found.error} />
      )}
      {pairs !== undefined && found.error === null && (
        <Workbench
          key={props.kind}
          kind={props.kind}
          pairs={pairs}
          total={Math.min(200, found.data?.total ?? 0)}
          onMore={() => setLimit(limit + pageSize)}
        />
      )}
    </>
  );
}

type WorkbenchProps = Pick<Parameters<typeof PairList>[0], 'pairs' | 'total' | 'onMore'> & {
  readonly kind: DuplicateKind;
};

function Workbench({ kind, pairs, total, onMore }: WorkbenchProps) {
  const { t } = useTranslation('duplicates');
  const say = useSay();
  const canEdit = useCanEdit();
  const dismiss = useCommand('duplicates.dismiss');
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLFormElement>(null);
  const [asked, forget] = useAskedPair();
  const [cursor, setCursor] = useState(0);
  const place = Math.min(cursor, pairs.length - 1);
  const current = pairs[place]?.records.map((record) => record.id) as [string, string] | undefined;
  const pair = asked ?? current;
  if (pair === undefined) return <NoDuplicate kind={kind} />;
  const after = () => {
    forget();
    list.current?.focus();
  };
  const apart = () => {
    if (!canEdit) return;
    dismiss.mutate(
      { kind, one: pair[0], other: pair[1] },
      {
        onSuccess: () => {
          say(t('toldApart'));
          after();
        },
        onError: (error) => say(wordError(error).sentence),
      },
    );
  };
  return (
    <div className={classes.workbench}>
      {pairs.length > 0 && (
        <PairList
          ref={list}
          pairs={pairs}
          total={total}
          cursor={asked === null ? place : -1}
          onCursor={(next) => {
            forget();
            setCursor(next);
          }}
          onEnter={() =>
            pane.current?.querySelector<HTMLElement>('input:checked, button[type="submit"]')?.focus()
          }
          onApart={apart}
          onMore={onMore}
        />
      )}
      <MergePane key={pair.join(' ')} ref={pane} kind={kind} pair={pair} onDone={after} onApart={apart} />
    </div>
  );
}

/** Two records checked in the list, which the search need not have seen: `?one=…&other=…`. */
function useAskedPair(): readonly [readonly [string, string] | null, () => void] {
  const [params, setParams] = useSearchParams();
  const [one, other] = [params.get('one'), params.get('other')];
  const forget = () => {
    if (one !== null) setParams({}, { replace: true });
  };
  return [one === null || other === null ? null : [one, other], forget];
}
