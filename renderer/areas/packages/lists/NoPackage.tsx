import { Button } from '@mantine/core';
import { IconCalendarCheck, IconEye, IconPackageImport, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWorkspace } from '../../../app/workspace';
import { type Beginning, EmptyState } from '../../../components/EmptyState';
import { OpenFilesButton } from '../OpenFilesButton';

type Place = 'committee' | 'received' | 'sent';

/** A place of files before its first file: what it is for, and how it fills. */
export function NoPackage(props: { readonly kind: Place }) {
  const { t } = useTranslation('packages');
  const beginnings = useBeginnings(props.kind);
  return (
    <EmptyState
      title={t(`empty.${props.kind}.title`)}
      text={t(`empty.${props.kind}.text`)}
      beginnings={beginnings}
    />
  );
}

function useBeginnings(kind: Place): readonly Beginning[] {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const { enrolment } = useWorkspace();
  const go = (to: string, label: string, strength: 'filled' | 'default' = 'default') => (
    <Button variant={strength} onClick={() => void navigate(to)}>
      {label}
    </Button>
  );
  if (kind === 'sent') {
    return [
      {
        icon: IconEye,
        title: t('empty.sent.review'),
        text: t('empty.sent.reviewText'),
        action: go('/packages', t('empty.sent.reviewAction'), 'filled'),
      },
    ];
  }
  const open = (strength: 'filled' | 'default') => ({
    icon: IconPackageImport,
    title: t(`empty.${kind}.open`),
    text: t(`empty.${kind}.openText`),
    action: <OpenFilesButton strength={strength} />,
  });
  if (kind === 'received') {
    return [
      open('filled'),
      {
        icon: IconShieldLock,
        title: t('empty.received.invite'),
        text: t('empty.received.inviteText'),
        action: go('/trust', t('empty.received.inviteAction')),
      },
    ];
  }
  const enrolled = enrolment === 'enrolled';
  const enrol = {
    icon: IconShieldLock,
    title: t('empty.committee.enrol'),
    text: t('empty.committee.enrolText'),
    action: go('/trust', t('empty.committee.enrolAction'), 'filled'),
  };
  const sign = {
    icon: IconCalendarCheck,
    title: t('empty.committee.sign'),
    text: t('empty.committee.signText'),
    action: go('/quarter', t('empty.committee.signAction'), enrolled ? 'filled' : 'default'),
  };
  return enrolled ? [sign, open('default')] : [enrol, open('default'), sign];
}
