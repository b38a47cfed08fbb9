import bn from '../locales/bn/account.json';
import en from '../locales/en/account.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    account: typeof bn;
  }
}

registerNamespace('account', { bn, en });
