import bn from '../locales/bn/track.json';
import en from '../locales/en/track.json';
import { registerNamespace } from '../register-namespace';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    track: typeof bn;
  }
}

registerNamespace('track', { bn, en });
