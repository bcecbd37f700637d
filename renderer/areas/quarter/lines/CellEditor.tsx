import { CommentEditor } from './CommentEditor';
import { QuantityEditor } from './QuantityEditor';
import { StateEditor } from './StateEditor';
import type { CellEditorProps } from './typing';

/** What stands in a cell while it is typed. */
export function CellEditor(props: CellEditorProps) {
  switch (props.name) {
    case 'state':
      return <StateEditor {...props} />;
    case 'quantity':
      return <QuantityEditor {...props} />;
    case 'comment':
      return <CommentEditor {...props} />;
  }
}
