import bn from '../locales/bn/category.json';
import en from '../locales/en/category.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    category: typeof bn;
  }
}

registerNamespace('category', { bn, en });
