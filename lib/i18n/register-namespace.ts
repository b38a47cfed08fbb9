import { i18n } from './start-i18n';

type Words = Readonly<Record<string, string>>;
/** Both languages must have exactly the same keys; a missing or an unknown key fails the type check here. */
type SameKeys<T extends Words> = { readonly [K in keyof T]: string };

/** Adds the words of one namespace in both languages. Called once, by `namespaces/<name>.ts`. */
export function registerNamespace<B extends Words, E extends Words>(
  name: string,
  words: { readonly bn: B & SameKeys<E>; readonly en: E & SameKeys<B> },
): void {
  i18n.addResourceBundle('bn', name, words.bn, true, true);
  i18n.addResourceBundle('en', name, words.en, true, true);
}
