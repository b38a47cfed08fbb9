import bn from '../locales/bn/settings.json';
import en from '../locales/en/settings.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof bn;
  }
}

registerNamespace('settings', { bn, en });
