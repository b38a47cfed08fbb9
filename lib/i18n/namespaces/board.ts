import bn from '../locales/bn/board.json';
import en from '../locales/en/board.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    board: typeof bn;
  }
}

registerNamespace('board', { bn, en });
