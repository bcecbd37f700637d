import { type Gesture, writeInTurns } from '../changes/gesture';
import type { listOperations } from '../contract/records/lists';
import type { Handlers } from '../handler';
import { groupsOf } from '../search/list-query';
import { idsInScope, listSourceOf, readerOf } from '../search/scope';
import { takingTurns } from '../turns';
import { labelsInUse } from './labels';
import { editMany, previewEdit } from './list-edit';
import { moveOne } from './moving';

/** What is done with a list as a whole, the same for every area. */
export const listHandlers: Handlers<typeof listOperations> = {
  'lists.groups': (context, { list, question }) => {
    const { groups, total } = groupsOf(readerOf(context), listSourceOf(context.workspace(), list), question);
    return { total, groups: [...groups] };
  },
  'lists.labels': (context, { list }) => [...labelsInUse(context.workspace(), list)],
  'lists.previewEdit': previewEdit,
  'lists.edit': editMany,
  'lists.move': async (context, { list, scope, to }) => {
    const workspace = context.workspaceOf('committee');
    const ids = idsInScope(readerOf(context), listSourceOf(workspace, list), scope);
    const breathe = takingTurns(context);
    const act = async (gesture: Gesture) => {
      let moved = 0;
      for (const [index, id] of ids.entries()) {
        if (moveOne(gesture, list, id, to)) moved += 1;
        await breathe(to === 'trash' ? 'trash' : 'restore', index + 1, ids.length);
      }
      return { moved };
    };
    return writeInTurns(context, workspace, act, null);
  },
};
