import type { slips } from '../../../db/schema';
import { meantId } from '../changes/aliases';
import type { QuarterOverview } from '../contract/quarter/operations';
import type { OpenWorkspace } from '../session';
import { targetOf, titleOf } from './record-place';
import type { SlipDecision } from './rules';

/** A return slip as the quarter's screen shows it: each remark with the record it speaks of and the way there. */
export function slipView(workspace: OpenWorkspace, slip: typeof slips.$inferSelect): QuarterOverview['slip'] {
  return {
    decision: slip.decision as SlipDecision,
    from: slip.sender,
    receivedAt: slip.receivedAt,
    deadline: slip.deadline,
    general: slip.general,
    remarks: slip.remarks.map((remark) => {
      // A remark on a record that was merged since speaks of the one that was kept.
      const record = remark.row === null ? null : meantId(workspace.database, remark.row);
      const title = titleOf(workspace, remark.table, record);
      return {
        table: remark.table ?? '',
        record: record ?? '',
        field: remark.field,
        title,
        text: remark.text,
        // What is not here (kept as an orphan, PACKAGES.md §4.9 line 113) is nowhere to be opened.
        target: title === '' || record === null ? null : targetOf(workspace, remark.table ?? '', record),
      };
    }),
  };
}
