import bn from '../locales/bn/errors.json';
import en from '../locales/en/errors.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    errors: typeof bn;
  }
}

registerNamespace('errors', { bn, en });
