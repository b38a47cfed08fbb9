import bn from '../locales/bn/moved.json';
import en from '../locales/en/moved.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    moved: typeof bn;
  }
}

registerNamespace('moved', { bn, en });
