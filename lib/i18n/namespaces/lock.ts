import bn from '../locales/bn/lock.json';
import en from '../locales/en/lock.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    lock: typeof bn;
  }
}

registerNamespace('lock', { bn, en });
