import bn from '../locales/bn/slip.json';
import en from '../locales/en/slip.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    slip: typeof bn;
  }
}

registerNamespace('slip', { bn, en });
