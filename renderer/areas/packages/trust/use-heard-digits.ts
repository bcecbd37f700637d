import { useState } from 'react';
import { digitsMissing, type HeardGroups, nothingHeard } from './heard-digits';

const noMarks: readonly (boolean | null)[] = [null, null, null, null, null];

/** The digits being typed and what the last check said of them. A group typed anew loses its mark. */
export function useHeardDigits() {
  const [groups, setGroups] = useState<HeardGroups>(nothingHeard);
  const [marks, setMarks] = useState<readonly (boolean | null)[]>(noMarks);
  return {
    groups,
    marks,
    missing: digitsMissing(groups),
    text: groups.join(' '),
    change: (after: HeardGroups) => {
      setMarks(marks.map((mark, place) => (after[place] === groups[place] ? mark : null)));
      setGroups(after);
    },
    mark: setMarks,
    markAllRight: () => setMarks(noMarks.map(() => true)),
  };
}
