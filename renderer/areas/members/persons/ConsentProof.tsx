import { Button } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../main/core/contract/members/operations';
import { useAnswer } from '../../../app/calls';
import { listLabel } from '../../../app/lists';
import { ErrorLine } from '../../../components/ErrorPanel';
import { useAttaching } from '../attachments/attaching';
import { FilePicker } from '../attachments/FilePicker';
import { Preview } from '../attachments/Preview';

interface ConsentProofProps {
  readonly person: string;
  readonly consent: RecordView;
  readonly editable: 'editable' | 'read_only';
}

/** The paper that proves a consent: shown when it is attached, else asked for. It never leaves the committee. */
export function ConsentProof(props: ConsentProofProps) {
  const { t } = useTranslation('attachments');
  const { consent, editable } = props;
  const owner = { entity: 'persons', id: props.person } as const;
  const proof = useAnswer('attachments.of', { owner }).data?.find((row) => row.consent === consent.id);
  const { attach, errors } = useAttaching(owner, consent.id);
  const [shown, setShown] = useState<'no' | 'yes'>('no');
  const purpose = listLabel('consentPurposes', String(consent.values.purpose ?? ''));
  if (proof !== undefined) {
    return (
      <>
        <Button
          variant="subtle"
          leftSection={<IconFileCheck />}
          aria-label={t('proof.seeFor', { purpose })}
          onClick={() => setShown('yes')}
        >
          {t('proof.see')}
        </Button>
        {shown === 'yes' && <Preview row={proof} editable={editable} onClose={() => setShown('no')} />}
      </>
    );
  }
  if (editable === 'read_only') return null;
  return (
    <>
      <FilePicker
        label={t('proof.add')}
        fullLabel={t('proof.addFor', { purpose })}
        many="one"
        onChoose={(files) => void attach(files)}
      />
      <ErrorLine error={errors[0]} />
    </>
  );
}
