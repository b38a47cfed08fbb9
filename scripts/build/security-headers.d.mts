export function pageHeaders(hashes?: readonly string[]): Readonly<Record<string, string>>;
export function inlineScriptHashes(html: string): readonly string[];
