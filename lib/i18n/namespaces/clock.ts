import bn from '../locales/bn/clock.json';
import en from '../locales/en/clock.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    clock: typeof bn;
  }
}

registerNamespace('clock', { bn, en });
