import 'i18next';
import type common from '../../resources/locales/fr/common.json';
import type errors from '../../resources/locales/fr/errors.json';
import type members from '../../resources/locales/fr/members.json';
import type spreadsheets from '../../resources/locales/fr/spreadsheets.json';
import type workspace from '../../resources/locales/fr/workspace.json';

/** The French files type the keys of `t`. A new namespace is one import and one line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      errors: typeof errors;
      members: typeof members;
      spreadsheets: typeof spreadsheets;
      workspace: typeof workspace;
    };
  }
}
