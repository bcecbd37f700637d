import { TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../../app/formats';
import { readDay } from '../../../components/fields/draft';

interface AnswerByProps {
  /** `YYYY-MM-DD`, or null. */
  readonly day: string | null;
  readonly need: 'expected' | 'optional';
  onChange(day: string | null): void;
}

/** By when the committee answers, typed as a day. */
export function AnswerBy(props: AnswerByProps) {
  const { t } = useTranslation(['consolidation', 'common']);
  const { day, need, onChange } = props;
  const [typed, setTyped] = useState(day === null ? '' : dayText(day));
  const unread = typed.trim() !== '' && readDay(typed.trim()) === null;
  return (
    <TextInput
      label={need === 'expected' ? t('review.answerBy') : t('review.answerByOptional')}
      leftSection={<IconCalendar className="icon-15" />}
      value={typed}
      error={unread ? t('common:refused.day') : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(readDay(text.trim()));
      }}
      onBlur={() => day !== null && setTyped(dayText(day))}
    />
  );
}

/** The day that is proposed: a committee needs two weeks to correct and sign again. */
export function twoWeeksAfter(today: string): string {
  return dayjs(today).add(14, 'day').format('YYYY-MM-DD');
}
