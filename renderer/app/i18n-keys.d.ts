import 'i18next';
import type common from '../../resources/locales/fr/common.json';
import type duplicates from '../../resources/locales/fr/duplicates.json';
import type errors from '../../resources/locales/fr/errors.json';
import type members from '../../resources/locales/fr/members.json';
import type workspace from '../../resources/locales/fr/workspace.json';

/** The French files type the keys of `t`. A new namespace is one import and one line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      duplicates: typeof duplicates;
      errors: typeof errors;
      members: typeof members;
      workspace: typeof workspace;
    };
  }
}
