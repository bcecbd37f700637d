import { Button } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { useCanEdit } from '../../app/workspace';
import classes from './organisations/Organisations.module.css';

/** Says that the sheet shown is in the trash, and brings it back. */
export function InTrash(props: {
  readonly entity: 'organisations' | 'persons';
  readonly id: string;
  /** The sheet it was merged into. */
  readonly mergedInto: { readonly id: string; readonly title: string } | null;
}) {
  const { t } = useTranslation(['members', 'duplicates']);
  const canEdit = useCanEdit();
  const [error, setError] = useState<unknown>(null);
  const restore = () => {
    call('records.restore', { entity: props.entity, ids: [props.id] }).catch(setError);
  };
  return (
    <div className={classes.trashNotice} role="status">
      <IconTrash className="icon-15" /> {error === null ? t('trash.notice') : wordError(error).sentence}
      {error === null && props.mergedInto !== null && (
        <span>
          {t('duplicates:mergedInto')}{' '}
          <Link to={`/${props.entity}/${props.mergedInto.id}`}>
            <bdi>{props.mergedInto.title}</bdi>
          </Link>
        </span>
      )}
      {canEdit && (
        <Button leftSection={<IconArrowBackUp className="directional" />} onClick={restore}>
          {t('trash.restoreAction')}
        </Button>
      )}
    </div>
  );
}
