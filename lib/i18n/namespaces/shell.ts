import bn from '../locales/bn/shell.json';
import en from '../locales/en/shell.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    shell: typeof bn;
  }
}

registerNamespace('shell', { bn, en });
