import type { DocumentRequest, documentOperations } from '../contract/documents/operations';
import type { PaperDocument } from '../contract/documents/paper';
import type { ListScope } from '../contract/records/lists';
import { todayOf } from '../environment';
import { writeForUser } from '../files';
import type { Handlers } from '../handler';
import { contactsOn, invitationOf, organisationsIn, personsOf, pictureOf, sheetOf } from '../members/service';
import { readerOf } from '../search/scope';
import type { CallContext } from '../session';
import { consentFormDocument } from './consent-form';
import { copyTexts } from './copy-texts';
import { directoryDocument } from './directory';
import { interviewDocument } from './interview-sheet';
import { invitationDocument } from './invitation-list';
import { labelsDocument } from './labels';
import { organisationSheetDocument } from './organisation-sheet';
import { restitutionDocument } from './restitution/document';

/** Composes documents from what the areas hold, and writes them as DOCX. */
export const documentHandlers: Handlers<typeof documentOperations> = {
  'documents.compose': (context, request) => composed(context, request),
  'documents.invitation': (context, { scope, language }) => {
    const { invitation } = invitedIn(context, scope);
    return {
      invited: [...invitation.invited],
      confidential: invitation.confidential,
      ...copyTexts(invitation, language),
    };
  },
  'documents.saveDocx': async (context, { request, figures, file }) => {
    const { path, name } = context.pathOf(file);
    // The library is large and seldom needed: the core starts without it.
    const { docxOf } = await import('./docx/document');
    const pictures = new Map(figures.map(({ id, png, ratio }) => [id, { png, ratio }]));
    writeForUser(path, await docxOf(composed(context, request), pictures));
    return { fileName: name };
  },
};

/** The document that a request asks for. Throws what reading its records throws. */
function composed(context: CallContext, request: DocumentRequest): PaperDocument {
  const workspace = context.workspace();
  const today = todayOf(workspace.environment);
  const { language } = request;
  const given = { owner: workspace.name, today, language };
  switch (request.kind) {
    case 'organisationSheet':
      return organisationSheetDocument(sheetOf(workspace, request.organisation, today), given);
    case 'directory': {
      const organisations = organisationsIn(workspace, readerOf(context), request.scope);
      const contacts = contactsOn(
        workspace,
        organisations.map(({ id }) => id),
        today,
      );
      return directoryDocument({ ...given, groupBy: request.groupBy, organisations, contacts });
    }
    case 'restitution':
      return restitutionDocument(pictureOf(context.workspaceOf('committee'), request.campaign, today), given);
    case 'invitationList':
      return invitationDocument(invitedIn(context, request.scope).invitation, given);
    case 'labels': {
      const { invitation, organisations } = invitedIn(context, request.scope);
      return labelsDocument(invitation, organisations, request);
    }
    case 'consentForm':
      return consentFormDocument(personsOf(context, request.persons), {
        ...given,
        country: workspace.country,
      });
    case 'interview': {
      const sheet = request.organisation === null ? null : sheetOf(workspace, request.organisation, today);
      const country = sheet?.organisation.values.country ?? workspace.country;
      return interviewDocument({ ...given, sheet, country: typeof country === 'string' ? country : null });
    }
  }
}

/** Who a committee invites at these organisations. Throws wrong_role. */
function invitedIn(context: CallContext, scope: ListScope) {
  const workspace = context.workspaceOf('committee');
  const organisations = organisationsIn(workspace, readerOf(context), scope);
  const contacts = contactsOn(
    workspace,
    organisations.map(({ id }) => id),
    todayOf(workspace.environment),
  );
  return { organisations, invitation: invitationOf(organisations, contacts) };
}
