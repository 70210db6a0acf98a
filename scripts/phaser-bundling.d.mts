export declare const phaserAlias: { readonly find: RegExp; readonly replacement: string };
export declare const phaserFlags: Readonly<Record<string, string>>;
