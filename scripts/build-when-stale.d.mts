export function hashInputs(root?: string): string;
export function isBuildFresh(root?: string, inputs?: string): boolean;
