export function openingWorker(root: string): string;
export function bundleOpeningWorker(root: string, outfile?: string): Promise<string>;
