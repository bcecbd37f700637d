import type { cartographyOperations } from '../../contract/members/cartography-operations';
import { todayOf } from '../../environment';
import type { Handlers } from '../../handler';
import { campaignProgress, campaignsOf, countedBy, saveTarget, saveText } from './campaigns';
import { countryThemes, needsMatrix } from './country';
import { sheetsOfCountry, verifySheets } from './sheets';

/** The cartography of the country: survey, completeness, needs and candidate themes, all derived from the register. */
export const cartographyHandlers: Handlers<typeof cartographyOperations> = {
  'cartography.campaigns': (context) => campaignsOf(context.workspaceOf('committee')),
  'cartography.saveTarget': (context, { campaign, region, target }) => ({
    id: saveTarget(context.workspaceOf('committee'), campaign, region, target),
  }),
  'cartography.saveText': (context, { campaign, field, text, typing }) => {
    saveText(context.workspaceOf('committee'), campaign, { [field]: text }, typing);
    return {};
  },
  'cartography.progress': (context, { campaign }) => {
    const workspace = context.workspaceOf('committee');
    return campaignProgress(workspace, campaign, todayOf(workspace.environment));
  },
  'cartography.counted': (context, { campaign, figure }) => {
    const workspace = context.workspaceOf('committee');
    return { ids: countedBy(workspace, campaign, figure, todayOf(workspace.environment)) };
  },
  'cartography.sheets': (context) => {
    const workspace = context.workspaceOf('committee');
    return sheetsOfCountry(workspace, todayOf(workspace.environment));
  },
  'cartography.verify': (context, { ids }) => {
    const workspace = context.workspaceOf('committee');
    return { verified: verifySheets(workspace, ids, todayOf(workspace.environment)) };
  },
  'cartography.matrix': (context, filter) => {
    const workspace = context.workspaceOf('committee');
    return needsMatrix(workspace, filter, todayOf(workspace.environment));
  },
  'cartography.themes': (context) => {
    const workspace = context.workspaceOf('committee');
    return countryThemes(workspace, todayOf(workspace.environment));
  },
};
