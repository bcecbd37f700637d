import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { withoutIsolates } from '../core/contract/isolates';
import type { Input, Output } from '../core/contract/operations';
import type { Language } from '../core/contract/values';
import { safeFileName, withExtension } from './file-names';
import type { Handles } from './handles';
import { shellTexts } from './texts';

type SavePurpose = Input<'shell.chooseWhereToSave'>['purpose'];

export interface DialogParts {
  readonly window: BrowserWindow;
  readonly handles: Handles;
  readonly language: () => Language;
}

/** The native dialogs: only they, and files dropped or opened by the person, give paths; the page gets handles. */
export interface Dialogs {
  chooseFiles(input: Input<'shell.chooseFiles'>): Promise<Output<'shell.chooseFiles'>>;
  chooseFolder(input: Input<'shell.chooseFolder'>): Promise<Output<'shell.chooseFolder'>>;
  chooseWhereToSave(input: Input<'shell.chooseWhereToSave'>): Promise<Output<'shell.chooseWhereToSave'>>;
}

/** Extensions of what is saved; a text and an attachment keep the name they were proposed under. */
const extensions: Readonly<Record<SavePurpose, readonly string[]>> = {
  package: ['colis'],
  root_key: ['age'],
  pdf: ['pdf'],
  text: [],
  workbook: ['xlsx'],
  csv: ['csv'],
  attachment: [],
  document: ['docx'],
};

/** Makes the dialogs of a window. Folders are remembered for this run only. */
export function createDialogs({ window, handles, language }: DialogParts): Dialogs {
  let lastFolder: string | null = null;
  const startFolder = () => lastFolder ?? app.getPath('documents');
  const texts = () => shellTexts(language()).dialogs;
  const anyFile = (): FileFilter => ({ name: texts().allFiles, extensions: ['*'] });

  return {
    async chooseFiles({ purpose }) {
      const isPackages = purpose === 'packages';
      const kind = openKinds(language())[purpose];
      const chosen = await dialog.showOpenDialog(window, {
        title: kind.title,
        buttonLabel: texts().open,
        defaultPath: startFolder(),
        // Received files are often renamed on the way: any file can be chosen, its content decides.
        filters: isPackages ? [anyFile(), kind.filter] : [kind.filter, anyFile()],
        properties: isPackages
          ? ['openFile', 'multiSelections', 'dontAddToRecent']
          : ['openFile', 'dontAddToRecent'],
      });
      if (chosen.canceled) return [];
      const [first] = chosen.filePaths;
      if (first) lastFolder = path.dirname(first);
      return chosen.filePaths.map((place) => handles.give(place, 'read'));
    },

    async chooseFolder({ purpose }) {
      const chosen = await dialog.showOpenDialog(window, {
        title: purpose === 'new_workspace' ? texts().newWorkspaceFolder : texts().existingWorkspaceFolder,
        buttonLabel: texts().chooseFolder,
        defaultPath: startFolder(),
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      const [folder] = chosen.filePaths;
      return chosen.canceled || !folder ? null : handles.give(folder, 'folder');
    },

    async chooseWhereToSave({ purpose, suggestedName }) {
      const [extension] = extensions[purpose];
      const chosen = await dialog.showSaveDialog(window, {
        title: saveTitle(purpose, language()),
        buttonLabel: texts().save,
        defaultPath: path.join(startFolder(), safeFileName(withoutIsolates(suggestedName))),
        filters: [
          ...(extension ? [{ name: saveKind(purpose, language()), extensions: [extension] }] : []),
          anyFile(),
        ],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      if (chosen.canceled || !chosen.filePath) return null;
      lastFolder = path.dirname(chosen.filePath);
      return handles.give(withExtension(chosen.filePath, extension), 'write');
    },
  };
}

type OpenPurpose = Input<'shell.chooseFiles'>['purpose'];

function openKinds(
  language: Language,
): Readonly<Record<OpenPurpose, { readonly title: string; readonly filter: FileFilter }>> {
  const texts = shellTexts(language).dialogs;
  return {
    packages: { title: texts.choosePackages, filter: { name: texts.packageFiles, extensions: ['colis'] } },
    root_key: { title: texts.chooseRootKey, filter: { name: texts.rootKeyFiles, extensions: ['age'] } },
    spreadsheet: {
      title: texts.chooseSpreadsheet,
      filter: { name: texts.spreadsheetFiles, extensions: ['xlsx', 'xls', 'ods', 'csv', 'tsv', 'txt'] },
    },
  };
}

function saveTitle(purpose: SavePurpose, language: Language): string {
  const { savePackage, saveRootKey, savePdf, saveText, saveSpreadsheet, saveAttachment, saveDocument } =
    shellTexts(language).dialogs;
  return {
    package: savePackage,
    root_key: saveRootKey,
    pdf: savePdf,
    text: saveText,
    workbook: saveSpreadsheet,
    csv: saveSpreadsheet,
    attachment: saveAttachment,
    document: saveDocument,
  }[purpose];
}

function saveKind(purpose: SavePurpose, language: Language): string {
  const {
    packageFiles,
    rootKeyFiles,
    pdfFiles,
    textFiles,
    workbookFiles,
    csvFiles,
    allFiles,
    documentFiles,
  } = shellTexts(language).dialogs;
  return {
    package: packageFiles,
    root_key: rootKeyFiles,
    pdf: pdfFiles,
    text: textFiles,
    workbook: workbookFiles,
    csv: csvFiles,
    attachment: allFiles,
    document: documentFiles,
  }[purpose];
}
