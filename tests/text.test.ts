import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { REFUSALS } from '@domain/kernel/refusal.ts';
import {
  filesUnder,
  isTest,
  lineAt,
  parse,
  ROOT,
  shippedSources,
  walk,
  type Node,
} from './architecture/sources.ts';

type Catalogue = Readonly<Record<string, string>>;

const LOCALES = 'src/i18n/locales';
const rooms = filesUnder(`${LOCALES}/vi`).map((path) => path.slice(`${LOCALES}/vi/`.length, -5));

function read(locale: string, room: string): Catalogue {
  return JSON.parse(readFileSync(join(ROOT, LOCALES, locale, `${room}.json`), 'utf8')) as Catalogue;
}

/** Names of a message's arguments. Their kinds may differ: Vietnamese needs no plural. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (token: unknown) => {
    if (!Array.isArray(token)) return;
    if (typeof token[0] === 'string') found.add(token[0]);
    const branches: unknown = token[2];
    if (typeof branches !== 'object' || branches === null) return;
    for (const branch of Object.values(branches)) {
      if (Array.isArray(branch)) for (const inner of branch) visit(inner);
    }
  };
  const compiled = compileMessage(message);
  if (Array.isArray(compiled)) for (const token of compiled) visit(token);
  return [...found].sort();
}

const VIETNAMESE = /[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]/iu;

function textOf(node: Node): string {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type === 'TemplateElement') return (node['value'] as { raw: string }).raw;
  return '';
}

/** Catalogues of refusals: of the first page, of pupils' rooms, of adults' rooms. */
const REFUSALS_SAID: readonly string[] = ['errors', 'refusals', 'objections'];

/** The demo edition’s names and stories are data, like content/. */
const isData = (path: string) =>
  path.startsWith('content/') || path.startsWith('functions/src/demo/');

describe('catalogues', () => {
  test('each room of one language is a room of the other', () => {
    expect(
      filesUnder(`${LOCALES}/en`).map((path) => path.slice(`${LOCALES}/en/`.length, -5)),
    ).toEqual(rooms);
    expect(rooms.length).toBeGreaterThan(5);
  });

  test.each(rooms)('%s says the same things in both languages', (room) => {
    const vi = read('vi', room);
    const en = read('en', room);
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    // What is refused has one kind of key, whether its text comes first or with the later rooms.
    const prefix = REFUSALS_SAID.includes(room) ? 'errors.' : `${room}.`;
    expect(Object.keys(vi).filter((key) => !key.startsWith(prefix))).toEqual([]);
    for (const [key, message] of Object.entries(vi)) {
      expect(message.trim(), key).not.toBe('');
      expect(en[key]!.trim(), key).not.toBe('');
      expect(message, `${key} is composed (NFC)`).toBe(message.normalize('NFC'));
      expect(argumentsOf(en[key]!), key).toEqual(argumentsOf(message));
    }
  });

  test('each refusal has its message, and each message its refusal', () => {
    const codes = Object.keys(REFUSALS).map((code) => `errors.${code}`);
    const said = Object.assign({}, ...REFUSALS_SAID.map((room) => read('vi', room)));
    expect(codes.filter((key) => !(key in said))).toEqual([]);
  });

  test('no message is left that nothing says', () => {
    const code = shippedSources()
      .map((source) => source.text)
      .concat(filesUnder('scripts').map((path) => readFileSync(join(ROOT, path), 'utf8')))
      .join('\n');
    const asPrefix = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map(([, prefix]) => prefix!);
    const unused = rooms
      .flatMap((room) => Object.keys(read('vi', room)))
      .filter((key) => !code.includes(`'${key}'`) && !asPrefix.some((p) => key.startsWith(p)));
    expect(unused).toEqual([]);
  });
});

describe('text in code', () => {
  test('no Vietnamese outside the catalogues', () => {
    const found = shippedSources()
      .filter(
        ({ path }) => !isData(path) && VIETNAMESE.test(readFileSync(join(ROOT, path), 'utf8')),
      )
      .flatMap((source) =>
        [...walk(parse(source).program)]
          .filter((node) => VIETNAMESE.test(textOf(node)) && /\p{L}{2}/u.test(textOf(node)))
          .map(
            (node) => `${source.path}:${lineAt(source.text, node.start)} ${textOf(node).trim()}`,
          ),
      );
    expect(found).toEqual([]);
  });

  test('no words between tags but through the catalogues', () => {
    const screens = shippedSources().filter(({ path }) => path.endsWith('.tsx'));
    expect(screens.flatMap(wordsInTags)).toEqual([]);
  });

  test('planted words between tags would be found', () => {
    const text = "export const A = (n: number) => <p>{'Hello'} {`Page ${n}`} {`${n}. ${n}`}</p>;";
    expect(wordsInTags({ path: 'p.tsx', text })).toEqual(['p.tsx:1 Hello', 'p.tsx:1 Page ']);
  });

  test('a planted sentence would be found', () => {
    const source = { path: 'planted.tsx', text: 'export const A = () => <p>Em chào cô</p>;' };
    const texts = [...walk(parse(source).program)].map(textOf);
    expect(texts.some((text) => VIETNAMESE.test(text))).toBe(true);
  });
});

/** Words written as `{'…'}` or in a template between tags; the linter looks at bare text only. */
function wordsInTags(source: { path: string; text: string }): string[] {
  return [...walk(parse(source).program)]
    .filter((node) => node.type === 'JSXElement' || node.type === 'JSXFragment')
    .flatMap((node) => node['children'] as Node[])
    .flatMap((child) => (child.type === 'JSXExpressionContainer' ? [child['expression']] : []))
    .flatMap((expression) => {
      const node = expression as Node;
      if (node.type === 'TemplateLiteral') return node['quasis'] as Node[];
      return node.type === 'Literal' ? [node] : [];
    })
    .filter((node) => /\p{L}{2}/u.test(textOf(node)))
    .map((node) => `${source.path}:${lineAt(source.text, node.start)} ${textOf(node)}`);
}

/** What oxlint cannot say: `new Date()` without arguments reads the clock. */
function clockReadings(source: { path: string; text: string }): string[] {
  return [...walk(parse(source).program)]
    .filter(
      (node) =>
        (node.type === 'NewExpression' || node.type === 'CallExpression') &&
        (node['callee'] as { name?: string }).name === 'Date' &&
        (node['arguments'] as unknown[]).length === 0,
    )
    .map((node) => `${source.path}:${lineAt(source.text, node.start)}`);
}

describe('purity', () => {
  test('the domain reads no clock through new Date()', () => {
    const domain = shippedSources().filter(
      ({ path }) => path.startsWith('src/domain/') && !isTest(path),
    );
    expect(domain.flatMap(clockReadings)).toEqual([]);
  });

  test('a planted new Date() would be found', () => {
    expect(
      clockReadings({ path: 'p.ts', text: 'const a = new Date();\nDate();\nnew Date(0);' }),
    ).toEqual(['p.ts:1', 'p.ts:2']);
  });
});
