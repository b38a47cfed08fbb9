import bn from '../locales/bn/desk.json';
import en from '../locales/en/desk.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    desk: typeof bn;
  }
}

registerNamespace('desk', { bn, en });
