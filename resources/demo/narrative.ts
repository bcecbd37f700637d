import { enumerate, fill, typeset } from './french';
import type { DemoActivityLine, DemoNarrative } from './records';
import { activityPhrases } from './vocabulary/activity-outcomes';
import { closings, difficulties, highlights, openings } from './vocabulary/narrative-paragraphs';

interface Setting {
  readonly activities: readonly DemoActivityLine[];
  /** A number from 0 to 6 that no other committee has for this topic: which of the seven paragraphs is its own. */
  readonly turn: (topic: string) => number;
  readonly words: Readonly<Record<string, string | number>>;
}

/** The three texts of the quarter: they say what the activity lines say, and give the register's own figures. */
export function composeNarrative({ activities, turn, words }: Setting): DemoNarrative {
  const paragraph = (kind: string, choices: readonly string[]) => {
    const text = choices[turn(kind)];
    if (text === undefined) throw new RangeError(`No paragraph ${kind}`);
    return fill(text, words);
  };
  const finished = phrasesOf(activities, ['done']);
  const postponed = phrasesOf(activities, ['postponed']);
  const ahead = phrasesOf(activities, ['planned', 'postponed']).slice(0, 4);
  return {
    highlights: join(
      paragraph('opening', openings),
      finished.length > 0
        ? `${plural(finished, 'Activité achevée', 'Activités achevées')} ce trimestre : ${enumerate(finished)}.`
        : 'Aucune activité ne s’est achevée ce trimestre, mais plusieurs sont bien engagées.',
      paragraph('highlight', highlights),
    ),
    difficulties: join(
      paragraph('difficulty', difficulties),
      postponed.length > 0
        ? `${plural(postponed, 'Activité reportée', 'Activités reportées')} au trimestre suivant : ${enumerate(postponed)}.`
        : "Aucune activité n'a été reportée.",
    ),
    nextSteps: join(
      ahead.length > 0 ? `Au programme du prochain trimestre : ${enumerate(ahead)}.` : '',
      paragraph('closing', closings),
    ),
  };
}

function phrasesOf(activities: readonly DemoActivityLine[], states: readonly string[]): readonly string[] {
  return activities
    .filter((line) => states.includes(line.state))
    .map((line) => activityPhrases[line.code] ?? line.code);
}

function plural(items: readonly string[], one: string, several: string): string {
  return items.length === 1 ? one : several;
}

function join(...paragraphs: readonly string[]): string {
  return paragraphs
    .filter((text) => text !== '')
    .map(typeset)
    .join('\n\n');
}
