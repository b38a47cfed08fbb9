export function copyPrepared(root: string, dataDir: string): Promise<boolean>;
