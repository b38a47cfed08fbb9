export function readBuildStamp(root: string): string | null;
export function writeBuildStamp(root: string, build: string): void;
