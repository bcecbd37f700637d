import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DuplicateKind } from '../../../../main/core/contract/members/duplicate-operations';
import { useWorkspace } from '../../../app/workspace';
import { EmptyState } from '../../../components/EmptyState';

/** Nothing resembles anything: what was compared, and how to join two records all the same. */
export function NoDuplicate(props: { readonly kind: DuplicateKind }) {
  const { t } = useTranslation('duplicates');
  const navigate = useNavigate();
  const { role } = useWorkspace();
  if (role === 'coordination') return <EmptyState title={t('empty.title')} text={t('empty.region')} />;
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      beginnings={[
        {
          icon: IconArrowMerge,
          title: t('empty.alone'),
          text: t('empty.backText'),
          action: <Button onClick={() => void navigate(`/${props.kind}`)}>{t('empty.back')}</Button>,
        },
      ]}
    />
  );
}
