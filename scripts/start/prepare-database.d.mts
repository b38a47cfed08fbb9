export function prepareDatabase(
  root: string,
  options: { readonly env: Readonly<Record<string, string>>; readonly demo: boolean },
): Promise<{ readonly accounts: readonly string[] }>;
