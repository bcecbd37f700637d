import type { DocumentRequest, documentOperations } from '../contract/documents/operations';
import type { PaperDocument } from '../contract/documents/paper';
import { writeForUser } from '../files';
import type { Handlers } from '../handler';
import { sheetOf, todayOf } from '../members/service';
import type { CallContext } from '../session';
import { organisationSheetDocument } from './organisation-sheet';

/** Composes documents from what the areas hold, and writes them as DOCX. */
export const documentHandlers: Handlers<typeof documentOperations> = {
  'documents.compose': (context, request) => composed(context, request),
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
  switch (request.kind) {
    case 'organisationSheet': {
      const workspace = context.workspace();
      const today = todayOf(workspace);
      return organisationSheetDocument(sheetOf(workspace, request.organisation, today), {
        owner: workspace.name,
        today,
        language: request.language,
      });
    }
  }
}
