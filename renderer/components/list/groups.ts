import { useMemo } from 'react';
import type { EntityDescription } from '../../../main/core/contract/fields';
import type { ListQuestion } from '../../../main/core/contract/records/lists';
import { useAnswer } from '../../app/calls';
import { textOf } from '../../app/i18n';
import { fieldText } from '../fields/field-text';
import type { ListRegister } from './register';

/** The line above a group of rows. */
export interface GroupHead {
  readonly value: string | null;
  readonly label: string;
  readonly count: number;
  readonly state: 'open' | 'folded';
}

/** How the lines of a list follow one another: rows, and the heads of their groups when it is grouped. */
export interface ListLines {
  readonly count: number;
  headAt(line: number): GroupHead | null;
  /** Place of the row on a line among all rows, folded ones included; null for the head of a group. */
  placeAt(line: number): number | null;
}

interface Segment extends GroupHead {
  readonly line: number;
  readonly place: number;
}

/** The lines of a list without groups: each is a row. */
export function plainLines(total: number): ListLines {
  return { count: total, headAt: () => null, placeAt: (line) => line };
}

/** Fields by which a list can be grouped, by their names; labels of groups are those of the field. */
export function groupLabel(description: EntityDescription, name: string, value: string | null): string {
  const field = description.fields.find((candidate) => candidate.name === name);
  if (value === null || field === undefined) return textOf('common:group.without');
  return fieldText(field, field.type === 'flag' ? value === 'true' : value) ?? value;
}

/** The groups of a list; undefined while they are on the way or when the list is not grouped. */
export function useGroups(
  register: ListRegister | undefined,
  question: ListQuestion,
  folded: readonly (string | null)[],
): ListLines | undefined {
  const { group } = question;
  const ask = group === null || group === undefined || register === undefined ? 'later' : 'now';
  const list = register?.list ?? 'organisations';
  const groups = useAnswer('lists.groups', { list, question }, { ask, meanwhile: 'previous' }).data?.groups;
  return useMemo(() => {
    if (register === undefined || groups === undefined || group === null || group === undefined)
      return undefined;
    const segments: Segment[] = [];
    let line = 0;
    let place = 0;
    for (const { value, count } of groups) {
      const state = folded.includes(value) ? 'folded' : 'open';
      segments.push({
        value,
        count,
        state,
        label: groupLabel(register.description, group, value),
        line,
        place,
      });
      line += state === 'open' ? count + 1 : 1;
      place += count;
    }
    return linesOf(segments, line);
  }, [groups, group, folded, register]);
}

function linesOf(segments: readonly Segment[], count: number): ListLines {
  const segmentOf = (line: number) => segments.findLast((segment) => segment.line <= line);
  return {
    count,
    headAt: (line) => {
      const segment = segmentOf(line);
      return segment?.line === line ? segment : null;
    },
    placeAt: (line) => {
      const segment = segmentOf(line);
      return segment === undefined || segment.line === line ? null : segment.place + line - segment.line - 1;
    },
  };
}
