import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type EntityDescription, type FieldValue, leavesCommittee } from '../../../main/core/contract/fields';
import type { RecordView } from '../../../main/core/contract/members/operations';
import { FieldRow } from '../fields/FieldRow';
import fieldClasses from '../fields/Fields.module.css';
import type { SheetPart } from './RecordSheet';
import classes from './RecordSheet.module.css';

interface SheetSectionProps {
  readonly part: SheetPart;
  readonly description: EntityDescription;
  readonly record: RecordView;
  readonly numbers: ReadonlyMap<string, string> | undefined;
  readonly editable: 'editable' | 'read_only';
  readonly country: string | null;
  onSave(values: Readonly<Record<string, FieldValue>>): Promise<void>;
  onHistory(field: string): void;
}

/** A section of the sheet: its fields in two columns, what belongs below them, and whether it stays at the committee. */
export function SheetSection(props: SheetSectionProps) {
  const { t } = useTranslation();
  const { part } = props;
  const wholeStays =
    part.fields.length > 0 && part.fields.every((field) => !leavesCommittee(field.sensitivity));
  return (
    <section className={classes.section} id={`part-${part.key}`} aria-labelledby={`part-${part.key}-head`}>
      <div className={classes.sectionHead}>
        {part.number !== undefined && <span className={classes.number}>{part.number}</span>}
        <h2 id={`part-${part.key}-head`}>{part.label}</h2>
        {wholeStays && (
          <span className={classes.stays}>
            <IconLock className="icon-15" /> {t('sensitivity.stays')}
          </span>
        )}
        <span className={classes.sectionAction}>{part.action}</span>
      </div>
      <div className={fieldClasses.fields}>
        {part.fields.map((field) => (
          <FieldRow
            key={`${props.record.id} ${field.name}`}
            entity={props.description}
            field={field}
            number={props.numbers?.get(field.name)}
            value={props.record.values[field.name] ?? null}
            editable={props.editable}
            country={props.country}
            place={`${props.description.entity}:${props.record.id}`}
            onSave={(value) => props.onSave({ [field.name]: value })}
            onSaveSeveral={props.onSave}
            onHistory={props.onHistory}
            lockShown={wholeStays ? 'section' : 'field'}
          />
        ))}
      </div>
      {part.below}
    </section>
  );
}
