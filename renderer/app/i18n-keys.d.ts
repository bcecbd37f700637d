import 'i18next';
import type common from '../../resources/locales/fr/common.json';
import type consolidation from '../../resources/locales/fr/consolidation.json';
import type documents from '../../resources/locales/fr/documents.json';
import type duplicates from '../../resources/locales/fr/duplicates.json';
import type errors from '../../resources/locales/fr/errors.json';
import type guide from '../../resources/locales/fr/guide.json';
import type members from '../../resources/locales/fr/members.json';
import type packages from '../../resources/locales/fr/packages.json';
import type quarter from '../../resources/locales/fr/quarter.json';
import type spreadsheets from '../../resources/locales/fr/spreadsheets.json';
import type workspace from '../../resources/locales/fr/workspace.json';

/** The French files type the keys of `t`. A new namespace is one import and one line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      consolidation: typeof consolidation;
      documents: typeof documents;
      duplicates: typeof duplicates;
      errors: typeof errors;
      guide: typeof guide;
      members: typeof members;
      packages: typeof packages;
      quarter: typeof quarter;
      spreadsheets: typeof spreadsheets;
      workspace: typeof workspace;
    };
  }
}
