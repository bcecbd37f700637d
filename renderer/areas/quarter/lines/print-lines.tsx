import { useTranslation } from 'react-i18next';
import { activityLineFields } from '../../../../main/core/contract/quarter/fields';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { wordError } from '../../../app/errors';
import { dayText, numberText, quarterText } from '../../../app/formats';
import { usePrinting } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { fieldText } from '../../../components/fields/field-text';
import { resultGroups } from '../programme';
import { typedFields } from './grid-moves';

/** Prints the quarter's table, or keeps it as PDF. */
export function usePrintLines(overview: QuarterOverview): (outcome: 'print' | 'pdf') => void {
  const { t } = useTranslation(['quarter', 'common']);
  const { print, savePdf } = usePrinting();
  const workspace = useWorkspace();
  const say = useSay();
  return (outcome) => {
    const title = t('lines.printed', { quarter: quarterText(overview.quarter) });
    const run = async () => {
      const paper = (
        <LinesPaper
          overview={overview}
          title={title}
          origin={`${workspace.name}, ${dayText(workspace.today)}`}
        />
      );
      if (outcome === 'print') {
        if ((await print(paper)) === 'printed') say(t('common:print.printed'));
        return;
      }
      const name = await savePdf(paper, `${title}.pdf`, 'landscape');
      if (name !== null) say(t('common:print.saved', { name }));
    };
    run().catch((error: unknown) => say(wordError(error).sentence));
  };
}

interface LinesPaperProps {
  readonly overview: QuarterOverview;
  readonly title: string;
  readonly origin: string;
}

function LinesPaper(props: LinesPaperProps) {
  const { t } = useTranslation(['quarter', 'common']);
  return (
    <>
      <div className="paper-head">
        <h1>{props.title}</h1>
        <span>{props.origin}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th>{t('lines.code')}</th>
            <th>{t('lines.activity')}</th>
            <th>{t('lines.target')}</th>
            <th>{t('lines.before')}</th>
            {typedFields.map((name) => (
              <th key={name}>
                {name === 'quantity' ? t('lines.quantity') : t(`fields.activityLines.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {resultGroups.map((group) => (
          <tbody key={group.result.code}>
            <tr>
              <th colSpan={7}>
                {group.result.code} {group.result.text}
              </th>
            </tr>
            {group.activities.map((activity) => {
              const line = props.overview.lines.find((candidate) => candidate.activity === activity.code);
              return (
                <tr key={activity.code}>
                  <td className="code">{activity.code}</td>
                  <td lang="fr" dir="auto">
                    {activity.text}
                  </td>
                  <td className="figures">
                    {activity.target.quantity === null ? '—' : numberText(activity.target.quantity)}
                  </td>
                  <td className="figures">{numberText(line?.before ?? 0)}</td>
                  {typedFields.map((name) => (
                    <td key={name} dir="auto">
                      {printed(name, line?.[name] ?? null)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      <div className="paper-foot">{t('common:print.purpose')}</div>
    </>
  );
}

function printed(name: (typeof typedFields)[number], value: string | number | null): string {
  const field = activityLineFields.fields.find((candidate) => candidate.name === name);
  return field === undefined ? '' : (fieldText(field, value) ?? '');
}
