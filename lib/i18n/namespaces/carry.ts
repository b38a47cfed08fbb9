import bn from '../locales/bn/carry.json';
import en from '../locales/en/carry.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    carry: typeof bn;
  }
}

registerNamespace('carry', { bn, en });
