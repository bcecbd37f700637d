import { Button } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowRight,
  IconCircleCheck,
  IconEqual,
  IconEye,
  IconPaperclip,
  IconPhone,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OpenedFile } from '../../../../main/core/contract/packages/operations';
import { useAnswer } from '../../../app/calls';
import { wordCode } from '../../../app/errors';
import { RemedyLine } from '../../../components/ErrorPanel';
import { WriteButton } from '../WriteButton';
import classes from './OpenedFiles.module.css';
import { goOnFrom, noticesOf, useOpenedSentence } from './opened-words';

type Result = OpenedFile['result'];

const looks = {
  report: [IconEye, 'warn'],
  attachments: [IconPaperclip, 'ok'],
  slip: [IconCircleCheck, 'ok'],
  register: [IconCircleCheck, 'ok'],
  invite: [IconPhone, 'warn'],
  enrol: [IconPhone, 'warn'],
  known: [IconEqual, 'plain'],
  refused: [IconAlertCircle, 'bad'],
} as const;

/** One file of the batch: what it is, what became of it, what comes next. */
export function OpenedFileLine(props: { readonly file: OpenedFile }) {
  const sentenceOf = useOpenedSentence();
  const { name, result } = props.file;
  const [Icon, tone] = looks[result.kind];
  return (
    <li className={classes.file} data-tone={tone}>
      <Icon className={classes.icon} />
      <div>
        <bdi className={`${classes.name} ltr`}>{name}</bdi>
        <p className={classes.sentence}>{sentenceOf(result)}</p>
        {noticesOf(result).map((notice) => (
          <p key={notice} className={classes.notice}>
            <IconAlertTriangle className="icon-15" /> <span>{notice}</span>
          </p>
        ))}
        {result.kind === 'refused' && <RemedyLine error={wordCode(result.code, result.params)} />}
      </div>
      <div className={classes.gesture}>
        <Gesture result={result} />
      </div>
    </li>
  );
}

/** What one does next with it. */
function Gesture(props: { readonly result: Result }) {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const { result } = props;
  if (result.kind === 'known') return result.slip === null ? null : <FormerSlip outbox={result.slip} />;
  const next = goOnFrom(result);
  if (next === null) return null;
  return (
    <Button rightSection={<IconArrowRight className="directional" />} onClick={() => void navigate(next.to)}>
      {t(`go.${next.label}`)}
    </Button>
  );
}

/** The slip that answered a package received again can be given again. */
function FormerSlip(props: { readonly outbox: string }) {
  const { t } = useTranslation('packages');
  const slip = useAnswer('packages.outbox', {}).data?.find((item) => item.id === props.outbox);
  if (slip === undefined) return null;
  return (
    <WriteButton outbox={slip.id} fileName={slip.fileName}>
      {t('go.slip')}
    </WriteButton>
  );
}
