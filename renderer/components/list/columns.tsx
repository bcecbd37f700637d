import type { ReactNode } from 'react';
import type {
  EntityDescription,
  FieldDescription,
  FieldValue,
  Sensitivity,
} from '../../../main/core/contract/fields';
import { labelOfField } from '../../app/i18n';
import { fieldText, readsLeftToRight } from '../fields/field-text';
import { LabelChips } from '../fields/LabelChips';

/** A column of a list. Widths are in rem: `min`, and `grow` for its share of what is left. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** What stands over the column in place of its label. */
  readonly head?: ReactNode;
  readonly width: { readonly min: number; readonly grow: number };
  /** Name by which the query sorts; without it the head is plain. */
  readonly sort?: string;
  readonly render: (row: Row) => ReactNode;
  /** The same on paper. */
  readonly text: (row: Row) => string;
  /** Cannot be hidden. */
  readonly always?: 'always';
  readonly shown?: 'at_first' | 'on_choice';
  readonly sensitivity?: Sensitivity;
  readonly align?: 'start' | 'end' | 'arabic';
}

interface WithValues {
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The column of a described field; `given` changes what the description cannot know (width, own rendering). */
export function columnOfField<Row extends WithValues>(
  entity: EntityDescription,
  name: string,
  given: Partial<ListColumn<Row>> & Pick<ListColumn<Row>, 'width'>,
): ListColumn<Row> {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`No field ${name} in ${entity.entity}`);
  const text = (row: Row) => fieldText(field, row.values[name]) ?? '';
  return {
    key: name,
    label: labelOfField(entity, field),
    sort: name,
    text,
    render: (row) =>
      field.type === 'labels' ? (
        <LabelChips labels={(row.values[name] ?? []) as readonly string[]} />
      ) : (
        <CellText field={field} text={text(row)} />
      ),
    sensitivity: field.sensitivity,
    align: field.type === 'arabic' ? 'arabic' : 'start',
    shown: 'on_choice',
    ...given,
  };
}

function CellText(props: { readonly field: FieldDescription; readonly text: string }) {
  if (props.text === '') return <span className="quiet">—</span>;
  if (props.field.type === 'arabic') {
    return (
      <span dir="rtl" lang="ar">
        {props.text}
      </span>
    );
  }
  if (readsLeftToRight(props.field)) return <span className="ltr figures">{props.text}</span>;
  return <bdi>{props.text}</bdi>;
}

/** The `grid-template-columns` of these columns, and the width below which the list scrolls sideways. */
export function gridOf(columns: readonly Pick<ListColumn<never>, 'width'>[], checkbox: 'with' | 'without') {
  const edge = checkbox === 'with' ? 2.5 : 0.75;
  const template = columns.map(({ width }) =>
    width.grow === 0 ? `${width.min}rem` : `minmax(${width.min}rem, ${width.grow}fr)`,
  );
  const least = columns.reduce((sum, { width }) => sum + width.min, edge + 0.75);
  return { template: `${edge}rem ${template.join(' ')}`, least: `${least}rem` };
}
