import { type ReactNode, useRef, useState } from 'react';
import type { EntityDescription, FieldDescription } from '../../../main/core/contract/fields';
import type { RecordView } from '../../../main/core/contract/members/operations';
import type { EntityName } from '../../../main/core/contract/records/operations';
import { useArrivalFocus } from '../arrival-focus';
import { HistoryRail } from './HistoryRail';
import classes from './RecordSheet.module.css';
import { useRecordWriter } from './record-writer';
import { SheetIndex } from './SheetIndex';
import { SheetSection } from './SheetSection';

export interface SheetPart {
  readonly key: string;
  readonly label: string;
  /** Label in the index, when the section's own is too long for it. */
  readonly shortLabel?: string;
  readonly fields: readonly FieldDescription[];
  /** As on the paper of an interview. */
  readonly number?: string | undefined;
  /** Share filled, 0–100; without it the index shows no ring. */
  readonly percent?: number | undefined;
  /** What stands under the fields: a table of needs, of contacts. */
  readonly below?: ReactNode;
  /** Button at the end of the section's head. */
  readonly action?: ReactNode;
}

interface RecordSheetProps {
  /** Numbers of the fields on the paper of an interview, by name. */
  readonly numbers?: ReadonlyMap<string, string>;
  readonly description: EntityDescription & { readonly entity: EntityName };
  readonly record: RecordView;
  readonly parts: readonly SheetPart[];
  readonly editable: 'editable' | 'read_only';
  readonly country: string | null;
  /** Name, status, actions. */
  readonly head: ReactNode;
  /** The rail: what is missing and the like; the history follows it. */
  readonly rail: ReactNode;
}

/** The one sheet: index with rings, fields edited in place, rail with what is missing and the history. */
export function RecordSheet(props: RecordSheetProps) {
  const { record, description } = props;
  const write = useRecordWriter(description.entity, record.id, record.revision);
  const [shownHistory, setShownHistory] = useState<string | 'all' | null>(null);
  const body = useRef<HTMLDivElement>(null);
  useArrivalFocus(() => body.current?.focus({ preventScroll: true }));
  return (
    <div className={classes.sheet}>
      {props.head}
      <div className={classes.columns}>
        <SheetIndex parts={props.parts} body={body} />
        <div ref={body} className={classes.body} tabIndex={-1}>
          {props.parts.map((part) => (
            <SheetSection
              key={part.key}
              part={part}
              description={description}
              record={record}
              numbers={props.numbers}
              editable={props.editable}
              country={props.country}
              onSave={write}
              onHistory={setShownHistory}
            />
          ))}
        </div>
        <aside className={classes.rail}>
          {shownHistory === null && props.rail}
          <HistoryRail
            description={description}
            id={record.id}
            shown={shownHistory}
            onShow={setShownHistory}
          />
        </aside>
      </div>
    </div>
  );
}

/** Puts the cursor into a field of the sheet by its name. */
export function goToField(name: string) {
  const row = document.querySelector<HTMLElement>(`[data-field="${name}"]`);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('input, textarea')?.focus();
}
