import bn from '../locales/bn/attachment.json';
import en from '../locales/en/attachment.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    attachment: typeof bn;
  }
}

registerNamespace('attachment', { bn, en });
