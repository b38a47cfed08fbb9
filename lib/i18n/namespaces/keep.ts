import bn from '../locales/bn/keep.json';
import en from '../locales/en/keep.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    keep: typeof bn;
  }
}

registerNamespace('keep', { bn, en });
