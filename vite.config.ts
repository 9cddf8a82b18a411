/**
 * One configuration for the three programs: the page with its worker (`vite build`), the portal
 * (`vite build --mode portal`) and the tests (unit, portal, e2e).
 */
import preact from '@preact/preset-vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import packageFile from './package.json' with { type: 'json' };

const tests = {
  reporters: ['default', 'json'],
  outputFile: { json: '.tmp/test-results.json' },
  projects: [
    {
      extends: true as const,
      test: {
        name: 'unit',
        sequence: { groupOrder: 0 },
        environment: 'happy-dom',
        include: ['test/**/*.test.{ts,tsx}'],
        exclude: ['test/e2e/**', 'test/portal/**'],
        setupFiles: ['test/setup.ts'],
      },
    },
    {
      extends: true as const,
      test: {
        name: 'portal',
        sequence: { groupOrder: 1 },
        environment: 'node',
        include: ['test/portal/**/*.test.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
    },
    {
      extends: true as const,
      test: {
        name: 'e2e',
        sequence: { groupOrder: 2 }, // alone: what waits for a browser should wait for nothing else
        environment: 'node',
        include: ['test/e2e/**/*.test.ts'],
        testTimeout: 600_000,
        hookTimeout: 300_000,
        fileParallelism: false,
        globalSetup: ['test/e2e/globalSetup.ts'],
      },
    },
  ],
};

/**
 * What the coordinator's first route (Today) runs, as one script: it compresses better than ten, and nothing that only
 * later screens need rides along (test/e2e/size.test.ts holds the budget).
 */
const firstRoute = [
  /preload-helper|node_modules.(preact|@preact|preact-iso|dexie|idb-keyval)./,
  /src.domain.(kit.(assert|calendarDate|field|groupedBy|json|record|uuid)|records.\w+|schema)\.ts/,
  /src.domain.rules.(calendar|expected|people|register)\.ts/,
  /src.sync.(backoff|change|clockColumns|codec|columns|hlc|weight)\.ts/,
  /src.store.(backgroundSync|database|live|outbox|packed|persistence|queries|trouble|workState)\.ts/,
  /src.i18n.(format|phrase|words.(session|shell|today))\.ts/,
  /src.ui.(Button|EmptyState|Frame|Icon|IconButton|List|Notice|Progress|StateLine|Tag|Toast|icons)\.tsx?/,
  /src.app.(main|today.(Attention|FirstPull|SessionRow|TodayScreen|queries))\.tsx?/,
  /src.app.shell.(App|Page|device|sessionTitle|sessionViews|settings|storageState|syncDriver|updateOffer|useLive)\.tsx?/,
];
const isOfFirstRoute = (id: string) => firstRoute.some((pattern) => pattern.test(id));

/** A program for Node: our own modules bundled, packages left where npm put them. */
const nodeProgram = (outDir: string, input: Record<string, string>) => ({
  define: { __APP_VERSION__: JSON.stringify(packageFile.version) },
  publicDir: false as const,
  build: {
    ssr: true,
    outDir,
    target: 'node20',
    rollupOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
});

export default defineConfig(({ mode }) =>
  mode === 'portal'
    ? nodeProgram('dist/portal', { main: 'src/portal/main.ts', pgliteWorker: 'src/portal/db/pgliteWorker.ts' })
    : mode === 'bench'
      ? nodeProgram('dist/bench', { run: 'bench/run.ts' })
      : {
          define: { __APP_VERSION__: JSON.stringify(packageFile.version) },
          // The default entry is a script for old browsers with a wrapper; this is the same library, 4 KB (gzip) less.
          resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
          plugins: [
            preact(),
            VitePWA({
              strategies: 'injectManifest',
              srcDir: 'sw',
              filename: 'sw.ts',
              injectRegister: false,
              manifest: false,
              injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'] },
            }),
          ],
          server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
          build: {
            outDir: 'dist/app',
            target: 'es2022',
            // All is precached: hints of what to preload and a style sheet a chunk would only be bytes.
            modulePreload: false,
            cssCodeSplit: false,
            rollupOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: isOfFirstRoute }] } } },
          },
          test: tests,
        },
);
