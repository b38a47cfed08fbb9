import bn from '../locales/bn/bring.json';
import en from '../locales/en/bring.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    bring: typeof bn;
  }
}

registerNamespace('bring', { bn, en });
