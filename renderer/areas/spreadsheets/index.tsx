import type { Area } from '../../app/area';
import { importRoute } from '../../app/spreadsheet-opening';
import { ImportPage } from './ImportPage';

/** Spreadsheets in: reached from the register and by dropping a file, so it has no place in the navigation. */
export const spreadsheetsArea: Area = {
  name: 'spreadsheets',
  routes: [{ path: importRoute, element: <ImportPage /> }],
  pages: [],
};
