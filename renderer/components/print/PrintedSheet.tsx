import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityDescription, FieldDescription } from '../../../main/core/contract/fields';
import type { RecordView } from '../../../main/core/contract/members/operations';
import { labelOfField } from '../../app/i18n';
import { fieldText } from '../fields/field-text';

interface PrintedSheetProps {
  readonly title: string;
  /** Whose paper it is and of which day. */
  readonly origin: string;
  readonly description: EntityDescription;
  readonly record: RecordView;
  readonly parts: readonly {
    readonly key: string;
    readonly label: string;
    readonly fields: readonly FieldDescription[];
    readonly below?: ReactNode;
  }[];
}

/** A sheet on paper. */
export function PrintedSheet(props: PrintedSheetProps) {
  const { t } = useTranslation();
  return (
    <article>
      <div className="paper-head">
        <h1 dir="auto">{props.title}</h1>
        <span>{props.origin}</span>
      </div>
      {props.parts.map((part) => (
        <section key={part.key}>
          <h2>{part.label}</h2>
          <dl>
            {part.fields.map((field) => (
              <div key={field.name}>
                <dt>{labelOfField(props.description, field)}</dt>
                <dd dir="auto">{fieldText(field, props.record.values[field.name]) ?? '—'}</dd>
              </div>
            ))}
          </dl>
          {part.below}
        </section>
      ))}
      <div className="paper-foot">{t('print.purpose')}</div>
    </article>
  );
}
