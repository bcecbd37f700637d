import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DuplicateKind } from '../../../../main/core/contract/members/duplicate-operations';
import { useAnswer } from '../../../app/calls';
import { numberText } from '../../../app/formats';

/** A register larger than this is compared when its doubles are asked for, not while its list opens. */
const comparedAtOnce = 3_000;

/** The way from a list to its doubles, with their number when there are any. */
export function DuplicatesButton(props: { readonly kind: DuplicateKind }) {
  const { t } = useTranslation('duplicates');
  const navigate = useNavigate();
  const records = useAnswer('members.counts', {}).data?.[props.kind] ?? comparedAtOnce;
  const found = useAnswer(
    'duplicates.list',
    { kind: props.kind, offset: 0, limit: 1 },
    { ask: records < comparedAtOnce ? 'now' : 'later', meanwhile: 'previous' },
  );
  const total = found.data?.total ?? 0;
  return (
    <Button
      data-folds
      title={t('open')}
      leftSection={<IconArrowMerge />}
      onClick={() => void navigate(`/${props.kind}/duplicates`)}
    >
      {t('open')}
      {total > 0 && <span className="figures">{`\u00A0${numberText(total)}`}</span>}
    </Button>
  );
}
