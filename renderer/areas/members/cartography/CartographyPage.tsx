import { Button } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../../app/calls';
import { useCanEdit } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { ViewTabs } from '../../../components/list/ViewTabs';
import { PageHead } from '../../../components/PageHead';
import { NeedsPart } from './NeedsPart';
import { NewCampaign } from './NewCampaign';
import { SheetsPart } from './SheetsPart';
import { SurveyPart } from './SurveyPart';
import { ThemesPart } from './ThemesPart';

const parts = ['survey', 'sheets', 'needs', 'themes'] as const;
type Part = (typeof parts)[number];

/** The cartography of the country: survey, state of the sheets, needs, themes put forward, and the report of it all. */
export function CartographyPage() {
  const { t } = useTranslation('cartography');
  const navigate = useNavigate();
  const asked = useParams().part;
  const part: Part = parts.find((one) => one === asked) ?? 'survey';
  const campaigns = useAnswer('cartography.campaigns', {}, { meanwhile: 'previous' });
  const [isNew, setNew] = useState(false);
  const canEdit = useCanEdit();
  if (campaigns.error !== null) return <ErrorPanel error={campaigns.error} />;
  return (
    <>
      <PageHead title={t('title')}>
        {canEdit && part === 'survey' && (
          <Button leftSection={<IconPlus />} onClick={() => setNew(true)}>
            {t('campaign.new')}
          </Button>
        )}
        <Button
          variant="filled"
          leftSection={<IconFileText />}
          onClick={() => void navigate('/cartography/restitution')}
        >
          {t('restitution')}
        </Button>
      </PageHead>
      <ViewTabs
        views={parts.map((key) => ({ key, label: t(`parts.${key}`) }))}
        current={part}
        onChoose={(key) => void navigate(`/cartography/${key}`, { replace: true })}
      />
      {isNew && part === 'survey' && <NewCampaign onClose={() => setNew(false)} />}
      {part === 'survey' && campaigns.data !== undefined && <SurveyPart campaigns={campaigns.data} />}
      {part === 'sheets' && <SheetsPart />}
      {part === 'needs' && <NeedsPart />}
      {part === 'themes' && <ThemesPart />}
    </>
  );
}
