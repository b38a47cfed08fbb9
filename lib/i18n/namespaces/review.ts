import bn from '../locales/bn/review.json';
import en from '../locales/en/review.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    review: typeof bn;
  }
}

registerNamespace('review', { bn, en });
