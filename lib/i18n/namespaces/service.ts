import bn from '../locales/bn/service.json';
import en from '../locales/en/service.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    service: typeof bn;
  }
}

registerNamespace('service', { bn, en });
