export function missingPackages(options: { withDevelopment: boolean; root?: string }): string[];
