import type { Input } from '../../../main/core/contract/operations';
import { searchExpression } from '../../../main/core/search/expression';
import { asCommittee, type Laptop, passphrase } from '../../support/laptop';
import { type Measure, median } from '../measure';
import { fill, needsOf, openBeside, organisations } from './register';
import { millisecondsOf } from './timing';

/** Lists and search in a register of 100 000 organisations, against raw SQL on the same encrypted file. */

export const hundredThousand = 100_000;
const typed = 'association femmes dakar';

const firstPage: Input<'members.list'> = {
  search: '',
  filters: [],
  sort: { field: 'name', direction: 'ascending' },
  trashed: 'without',
  offset: 0,
  limit: 100,
};

/** Makes the laptop of a committee with so many organisations; the folder is kept for the measures of the window. */
export async function registerOf(laptop: Laptop, count: number): Promise<void> {
  await asCommittee(laptop, 'SN');
  laptop.core.close();
  const database = openBeside(laptop);
  const members = organisations('SN', count);
  fill(database, members, needsOf('SN', members));
  database.$client.close();
}

/** First rows and search keystrokes, raw first, then through the core. */
export async function measureLists(laptop: Laptop): Promise<Measure[]> {
  const keystrokes = [...typed].map((_, at) => typed.slice(0, at + 1)).filter((text) => !text.endsWith(' '));
  const raw = await rawMilliseconds(laptop, keystrokes);
  const reopened = laptop.restarted();
  const [known] = await reopened.call('workspace.known', {});
  await reopened.call('workspace.unlock', { id: known?.id ?? '', passphrase });
  const ask = (search: string) => reopened.call('members.list', { ...firstPage, search });
  const first = await millisecondsOf(15, () => ask(''));
  const searched: number[] = [];
  for (const text of keystrokes) searched.push(await millisecondsOf(5, () => ask(text)));
  reopened.core.close();
  const slowest = Math.max(...searched);
  return [
    {
      name: 'list of 100 000 organisations: first rows (raw: the same rows and their number)',
      figure: { value: first, unit: 'ms' },
      baseline: { value: raw.first, unit: 'ms' },
      bound: 2,
    },
    {
      name: 'search in 100 000, median keystroke (raw: matches of the FTS5 query)',
      figure: { value: median(searched), unit: 'ms' },
      baseline: { value: median(raw.searched), unit: 'ms' },
      bound: 1.3,
    },
    {
      name: `search in 100 000, slowest keystroke of « ${typed} »`,
      figure: { value: slowest, unit: 'ms' },
      baseline: null,
      bound: 16,
    },
  ];
}

async function rawMilliseconds(laptop: Laptop, keystrokes: readonly string[]) {
  const { $client } = openBeside(laptop);
  const rows = $client.prepare(
    'SELECT * FROM organisations WHERE deleted_at IS NULL ORDER BY sort_key, id LIMIT 100',
  );
  const number = $client.prepare('SELECT count(*) FROM organisations WHERE deleted_at IS NULL');
  const first = await millisecondsOf(15, () => [rows.all(), number.get()]);
  const match = $client.prepare('SELECT count(*) FROM search_index WHERE search_index MATCH ?');
  const searched: number[] = [];
  for (const text of keystrokes) {
    const expression = searchExpression(text);
    searched.push(await millisecondsOf(5, () => match.get(expression)));
  }
  $client.close();
  return { first, searched };
}
