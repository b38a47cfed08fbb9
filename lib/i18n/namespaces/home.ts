import bn from '../locales/bn/home.json';
import en from '../locales/en/home.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    home: typeof bn;
  }
}

registerNamespace('home', { bn, en });
