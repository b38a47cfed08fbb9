import bn from '../locales/bn/answers.json';
import en from '../locales/en/answers.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    answers: typeof bn;
  }
}

registerNamespace('answers', { bn, en });
