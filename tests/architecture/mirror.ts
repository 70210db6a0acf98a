import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import tsconfig from '../../tsconfig.base.json' with { type: 'json' };
import {
  filesUnder,
  isCode,
  isTest,
  parse,
  ROOT,
  shippedSources,
  walk,
  type Source,
} from './sources.ts';

/** What a file imports: statically, re-exported, on demand, or in a type. */
function specifiersOf(source: Source): string[] {
  const { module, program } = parse(source);
  const inTypes = [...walk(program)].flatMap((node) =>
    node.type === 'TSImportType' ? [(node['source'] as { value: string }).value] : [],
  );
  return [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((statement) =>
      statement.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const argument = source.text.slice(start, end);
      return /^(['"`]).*\1$/.test(argument) ? [argument.slice(1, -1)] : [];
    }),
    ...inTypes,
  ];
}

function write(root: string, path: string, specifiers: readonly string[]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const lines = specifiers.map((specifier) => `import ${JSON.stringify(specifier)};\n`);
  writeFileSync(join(root, path), [...lines, 'export {};\n'].join(''));
}

/**
 * Cruises a copy of the project in which each file is reduced to what it imports, together with
 * extra files. A copy because dependency-cruiser reads TypeScript below 7 only, and its other
 * reader (swc) knows no TSX; and so that files planted here never appear in the project.
 */
export async function cruiseWith(
  rules: readonly IForbiddenRuleType[],
  planted: readonly { path: string; imports: readonly string[] }[] = [],
): Promise<ICruiseResult> {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'));
  try {
    for (const source of shippedSources()) write(root, source.path, specifiersOf(source));
    for (const path of ['src', 'functions/src', 'content'].flatMap(filesUnder)) {
      if (!isCode(path) && !isTest(path)) write(root, path, []);
    }
    for (const file of planted) write(root, file.path, file.imports);
    cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
    const aliases = Object.entries(tsconfig.compilerOptions.paths).map(([alias, [target]]) => [
      alias.replace('/*', ''),
      join(root, target!.replace('/*', '')),
    ]);
    const { output } = await cruise(
      ['src', 'functions/src'],
      {
        baseDir: root,
        parser: 'swc',
        tsPreCompilationDeps: true,
        preserveSymlinks: true,
        doNotFollow: { path: 'node_modules' },
        validate: true,
        ruleSet: { forbidden: [...rules] },
        enhancedResolveOptions: {
          exportsFields: ['exports'],
          conditionNames: ['import', 'node', 'types', 'default'],
          extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
        },
      },
      { alias: Object.fromEntries(aliases) },
    );
    return output as ICruiseResult;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
