import bn from '../locales/bn/hint.json';
import en from '../locales/en/hint.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    hint: typeof bn;
  }
}

registerNamespace('hint', { bn, en });
