import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ComparedPair,
  DuplicateKind,
  Take,
} from '../../../../main/core/contract/members/duplicate-operations';
import { useAnswer, useCommand } from '../../../app/calls';
import { useSay, useScreenKeys } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ResumedForm } from '../../../components/drafts/Resumed';
import { useDraft } from '../../../components/drafts/use-draft';
import { ErrorPanel } from '../../../components/ErrorPanel';
import classes from './Duplicates.module.css';
import { FieldChoice } from './FieldChoice';
import { JoiningLinks } from './JoiningLinks';
import { reasonsText } from './likeness';
import { MergeActions } from './MergeActions';
import { descriptionOf, fieldsOfPair } from './merge-fields';
import { PairHead } from './PairHead';
import { SettledFields } from './SettledFields';

interface MergePaneProps {
  readonly kind: DuplicateKind;
  readonly pair: readonly [string, string];
  onDone(): void;
  onApart(): void;
  readonly ref?: Ref<HTMLFormElement>;
}

/** Two records side by side; what differs is chosen field by field, and one gesture makes them one. */
export function MergePane(props: MergePaneProps) {
  const [one, other] = props.pair;
  const compared = useAnswer('duplicates.compare', { kind: props.kind, one, other });
  if (compared.error !== null) return <ErrorPanel error={compared.error} />;
  if (compared.data === undefined) return <div className={classes.pane} />;
  return <Choices {...props} compared={compared.data} />;
}

function Choices(props: MergePaneProps & { readonly compared: ComparedPair }) {
  const { t } = useTranslation(['duplicates', 'common']);
  const { kind, compared } = props;
  const canEdit = useCanEdit();
  const say = useSay();
  const merge = useCommand('members.merge');
  const draft = useDraft(`merge:${kind}:${[...props.pair].sort().join(':')}`);
  const { order, takes } = choicesOf(draft.texts);
  const [kept, other] =
    order === 'as_found' ? compared.records : ([...compared.records].reverse() as never[]);
  useScreenKeys(keysOfScreen(t, canEdit));
  if (kept === undefined || other === undefined) return null;
  const description = descriptionOf(kind);
  const fields = fieldsOfPair(description, kept.values, other.values);
  const join = () => {
    merge.mutate(
      {
        kind,
        kept: { id: kept.id, revision: kept.revision },
        other: { id: other.id, revision: other.revision },
        takes: { ...takes },
      },
      {
        onSuccess: () => {
          say(t('merged', { name: String(kept.values[description.title] ?? '') }));
          draft.drop();
          props.onDone();
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.toLowerCase() !== 'd' || !canEdit) return;
    event.preventDefault();
    props.onApart();
  };
  return (
    <form
      ref={props.ref}
      className={classes.pane}
      aria-label={t('pane.label')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (canEdit && !merge.isPending) join();
      }}
    >
      <p className={classes.paneWhy}>
        {compared.reasons.length === 0 ? t('pane.noReason') : reasonsText(compared)}
      </p>
      <PairHead kind={kind} records={[kept, other]} canMerge={canEdit ? 'yes' : 'no'} />
      {canEdit && (
        <>
          <ResumedForm draft={draft} />
          <h2 className={classes.part}>
            {fields.differing.length === 0
              ? t('pane.nothingToChoose')
              : t('pane.toChoose', { count: fields.differing.length })}
          </h2>
          {fields.differing.map((field) => (
            <FieldChoice
              key={field.name}
              description={description}
              field={field}
              values={[kept.values[field.name] ?? null, other.values[field.name] ?? null]}
              take={takes[field.name] ?? 'kept'}
              onTake={(take) => draft.set({ [field.name]: take })}
            />
          ))}
        </>
      )}
      <SettledFields
        heading={t(canEdit ? 'pane.completed' : 'pane.differs')}
        description={description}
        fields={canEdit ? fields : { ...fields, completed: [...fields.differing, ...fields.completed] }}
        records={[kept, other]}
      />
      {canEdit && <JoiningLinks kind={kind} links={compared.links} place={order === 'as_found' ? 1 : 0} />}
      {canEdit ? (
        <MergeActions
          error={merge.error}
          merging={merge.isPending ? 'now' : 'not_yet'}
          onApart={props.onApart}
          onSwap={() => {
            draft.set({ ...turned(takes), [orderKey]: order === 'as_found' ? 'swapped' : 'as_found' });
          }}
        />
      ) : (
        <p className="quiet">{t('pane.region')}</p>
      )}
    </form>
  );
}

/** Beside the names of fields, none of which has a sign. */
const orderKey = '#order';

/** The choices as they are kept: by field `kept`, `other` or `both`, and which record stands first. */
function choicesOf(texts: Readonly<Record<string, string>>) {
  const { [orderKey]: order, ...takes } = texts;
  return {
    order: order === 'swapped' ? ('swapped' as const) : ('as_found' as const),
    takes: takes as Readonly<Record<string, Take>>,
  };
}

/** The same values stay chosen when the columns change places. */
function turned(takes: Readonly<Record<string, Take>>): Readonly<Record<string, Take>> {
  return Object.fromEntries(
    Object.entries(takes).map(([field, take]) => [
      field,
      take === 'kept' ? 'other' : take === 'other' ? 'kept' : take,
    ]),
  );
}

function keysOfScreen(t: ReturnType<typeof useTranslation<['duplicates', 'common']>>['t'], canEdit: boolean) {
  const browse = { keys: ['↑↓'], label: t('common:keys.browse') };
  if (!canEdit) return [browse];
  return [
    browse,
    { keys: ['←→'], label: t('keys.choose') },
    { keys: [t('common:keys.enter')], label: t('keys.merge') },
    { keys: ['D'], label: t('keys.apart') },
  ];
}
