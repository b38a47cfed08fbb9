export function buildApp(root: string, options?: { force?: boolean; show?: boolean }): Promise<string>;
