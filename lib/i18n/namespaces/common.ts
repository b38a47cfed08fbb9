import bn from '../locales/bn/common.json';
import en from '../locales/en/common.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    common: typeof bn;
  }
}

registerNamespace('common', { bn, en });
