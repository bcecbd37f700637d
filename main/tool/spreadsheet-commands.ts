import { resolve } from 'node:path';
import { localDayOf } from '../core/environment';
import { previewFile } from '../core/spreadsheets/service';
import { onlyFile, required, type ToolCall, UsageError } from './arguments';
import { toolSettings, withWorkspace } from './surroundings';

type Told = Readonly<Record<string, unknown>>;

/** What importing a list would do, row by row; nothing is written. Without a workspace the register is empty. */
export async function previewSpreadsheet(call: ToolCall): Promise<Told> {
  const area = required(call, 'area');
  if (area !== 'members') throw new UsageError(`No import into the area ${area}`);
  const file = resolve(onlyFile(call));
  const script = toolSettings(call.options.profile).sheetReaderScript;
  const today = localDayOf(Date.now());
  const { workspace: folder, country = null } = call.options;
  const { view, rows } =
    folder === undefined
      ? await previewFile(file, script, { country, today }, null)
      : await withWorkspace(folder, call.options.profile, (workspace) =>
          previewFile(file, script, { country: country ?? workspace.country, today }, workspace),
        );
  const { import: _, ...told } = view;
  return { ...told, ...(call.options.json ? { preview: rows } : {}) };
}
