import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The house rules that a compiler does not know (docs/architecture.md). Short and plain: each test lists offenders. */
const root = resolve(import.meta.dirname, '..');

function filesUnder(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const sources = [...filesUnder('src', /\.tsx?$/), ...filesUnder('sw', /\.ts$/)].filter(
  (file) => !file.endsWith('.d.ts'),
);
const tests = filesUnder('test', /\.tsx?$/);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const texts = new Map(sources.map((file) => [file, textOf(file)]));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const importPattern =
  /^(?:import|export)\s(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)|^import\s+['"]([^'"]+)['"]/gm;

function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(importPattern)].flatMap(([, typeOnly, named, lazy, bare]) => {
    const target = named ?? lazy ?? bare ?? '';
    if (!target.startsWith('.')) return [];
    const to = relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/');
    return [{ from: file, to, typeOnly: typeOnly !== undefined }];
  });
}

const imports = sources.flatMap((file) => importsOf(file, texts.get(file) ?? ''));

/** Who may import whom: architecture.md. */
const allowed: { readonly [area: string]: readonly string[] } = {
  'src/domain': [],
  'src/sync': ['src/domain'],
  'src/store': ['src/domain', 'src/sync'],
  'src/ui': [],
  'src/i18n': [],
  'src/app': ['src/domain', 'src/sync', 'src/store', 'src/ui', 'src/i18n'],
  'src/portal': ['src/domain', 'src/sync', 'src/i18n'],
  sw: ['src/domain', 'src/sync', 'src/store'],
};
/** Types alone may cross here: the portal's API for the staff app, the closed list of problems for their words. */
const allowedTypes: { readonly [area: string]: readonly string[] } = {
  'src/app': ['src/portal'],
  'src/i18n': ['src/sync', 'src/domain'],
};

const areaOf = (file: string) => (file.startsWith('sw/') ? 'sw' : file.split('/').slice(0, 2).join('/'));
const featureOf = (file: string) => (file.startsWith('src/app/') ? (file.split('/')[2] ?? '') : '');
const roots = ['src/app/main.tsx', 'sw/sw.ts', 'src/portal/main.ts'];

describe('imports', () => {
  test('go only along the arrows', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const [here, there] = [areaOf(from), areaOf(to)];
      if (here === there || !there.startsWith('src/')) return false;
      return !allowed[here]?.includes(there) && !(typeOnly && allowedTypes[here]?.includes(there));
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('do not lead from one feature of the app into another', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [here, there] = [featureOf(from), featureOf(to)];
      return (
        here !== '' &&
        there !== '' &&
        here !== there &&
        there !== 'shell' &&
        !(here === 'shell' && from.endsWith('App.tsx'))
      );
    });
    expect(wrong.filter(({ from }) => from !== 'src/app/main.tsx').map(({ from, to }) => `${from} → ${to}`)).toEqual(
      [],
    );
  });

  test('make no circle', () => {
    const graph = new Map<string, readonly string[]>();
    for (const file of sources)
      graph.set(
        file,
        imports.filter((each) => each.from === file && !each.typeOnly).map((each) => each.to),
      );
    const done = new Set<string>();
    const circle = (file: string, path: readonly string[]): readonly string[] => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return [];
      const found = (graph.get(file) ?? [])
        .map((next) => circle(next, [...path, file]))
        .find((each) => each.length > 0);
      done.add(file);
      return found ?? [];
    };
    expect(sources.map((file) => circle(file, [])).find((each) => each.length > 0) ?? []).toEqual([]);
  });

  test('reach every file from a root', () => {
    const entries = [...roots, 'src/portal/db/pgliteWorker.ts'];
    const reached = new Set(entries);
    const queue = [...entries];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      for (const { to } of imports.filter((each) => each.from === file)) {
        if (!reached.has(to)) {
          reached.add(to);
          queue.push(to);
        }
      }
    }
    expect(sources.filter((file) => !reached.has(file))).toEqual([]);
  });
});

describe('files', () => {
  test('are at most 300 lines', () => {
    const long = [...sources, ...tests].filter((file) => textOf(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('have no drawers and no barrels', () => {
    const drawers = sources.filter((file) =>
      /(^|\/)(utils?|helpers?|shared|common|misc|index)(\.tsx?$|\/)/i.test(file),
    );
    expect(drawers).toEqual([]);
  });

  test('begin with what they own', () => {
    expect(sources.filter((file) => !/^(#!.*\n)?(\/\/\/.*\n)*\/\*\*/.test(texts.get(file) ?? ''))).toEqual([]);
  });
});

describe('calls', () => {
  const banned: readonly (readonly [RegExp, string, (file: string) => boolean])[] = [
    [/\bDate\.now\(\)|new Date\(\)/, 'take nowMs as an argument', () => true],
    [/\bMath\.random\(\)|getRandomValues|randomUUID/, 'take randomness as an argument', () => true],
    [/\bprocess\.env\b/, 'read settings in main.ts and pass them on', (file) => file.startsWith('src/portal/')],
    [/\bconsole\.\w+\(/, 'only roots print', () => true],
    [/as any\b|: any\b|<any>/, 'name the type', () => true],
  ];
  for (const [pattern, instead, applies] of banned) {
    test(`${pattern.source} appears only in roots: ${instead}`, () => {
      const offenders = sources.filter(
        (file) => !roots.includes(file) && applies(file) && pattern.test(withoutComments(texts.get(file) ?? '')),
      );
      expect(offenders).toEqual([]);
    });
  }
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

describe('tests and documents', () => {
  test('no test is left out or left alone', () => {
    const pattern = /\b(test|it|describe)\.(only|skip)\(/;
    expect(tests.filter((file) => file !== 'test/tidy.test.ts' && pattern.test(textOf(file)))).toEqual([]);
  });

  test('every numbered rule of the protocol is named by a test, and none is invented', () => {
    const rulesIn = (text: string) => [...text.matchAll(/\[([HMCX]\d{1,2})\]/g)].map(([, rule]) => rule ?? '');
    const documented = new Set(rulesIn(textOf('docs/protocol.md')));
    const tested = new Set(
      tests.filter((file) => file !== 'test/tidy.test.ts').flatMap((file) => rulesIn(textOf(file))),
    );
    expect([...documented].filter((rule) => !tested.has(rule))).toEqual([]);
    expect([...tested].filter((rule) => !documented.has(rule))).toEqual([]);
  });

  test('decisions are numbered without gaps', () => {
    const numbers = readdirSync(join(root, 'docs/decisions'))
      .map((file) => Number(file.slice(0, 4)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });
});
