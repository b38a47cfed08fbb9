import bn from '../locales/bn/form.json';
import en from '../locales/en/form.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    form: typeof bn;
  }
}

registerNamespace('form', { bn, en });
