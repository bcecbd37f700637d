import { errorCodes } from '../../../main/core/contract/errors';
import type { InboxItem, OutboxItem } from '../../../main/core/contract/packages/operations';
import type { Message } from '../../../main/core/contract/values';
import { type WordedError, wordCode } from '../../app/errors';
import { dayText, quarterText, timeText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { listLabel } from '../../app/lists';

/** Packages, parties and instants in words. */

/** `Tunisie` for a committee, `FORIM` for a coordination, `tous` for everybody. */
export function partyText(code: string): string {
  return code === '*' ? textOf('packages:everybody') : listLabel('countries', code);
}

/** `Paquet T3 2026, rectificatif n° 1`. */
export function sentTitle(item: Pick<OutboxItem, 'kind' | 'period' | 'revision' | 'sequence'>): string {
  const rectified = item.kind === 'report' && item.revision > 0;
  return textOf(`packages:titles.${rectified ? 'rectified' : item.kind}`, {
    quarter: item.period === null ? '' : quarterText(item.period),
    revision: item.revision,
    sequence: item.sequence,
  });
}

/** The same for a received file; one that was not understood goes by its name. */
export function receivedTitle(item: Pick<InboxItem, 'kind' | 'period' | 'sequence' | 'name'>): string {
  const { kind, period } = item;
  return kind === null ? item.name : sentTitle({ kind, period, revision: 0, sequence: item.sequence ?? 0 });
}

/** `24/09/2026 à 14:32`, in this laptop's own time. */
export function instantText(instant: string): string {
  return textOf('common:dayAndTime', { day: localDayText(instant), time: timeText(instant) });
}

/** `24/09/2026`, in this laptop's own time. */
export function localDayText(instant: string): string {
  const moment = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return dayText(`${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`);
}

/** Words a refusal or a notice that is kept beside a file. */
export function wordMessage(message: Message): WordedError {
  return wordCode(errorCodes.find((known) => known === message.code) ?? 'X00', message.params);
}
