import { availableParallelism } from 'node:os'
import { mergeConfig, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import viteConfig from './vite.config.ts'

/** Tests of the built app in a real browser. */
const browserTests = {
  environment: 'node' as const,
  globalSetup: 'tests/support/serveApp.ts',
  // A page of a busy machine may be late once; what is wrong is wrong twice.
  retry: 1,
  testTimeout: 120_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 5_000 } },
}

/** Files that measure what a person waits for. */
const MEASURING = ['tests/e2e/present.test.ts']

/** Files that last long, the longest first. */
const LONG = ['soak', 'accessibility', 'privacy', 'explore'].map((name) => `/tests/e2e/${name}.test.ts`)

/** Vitest begins with the largest file; the soak test is a small one, and would run alone when all others are done. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.endsWith(name))
      return found < 0 ? LONG.length : found
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // Two cores also run the other checks: a slow answer is not a wrong one.
      testTimeout: 30_000,
      // Vitest would leave one of two cores idle.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      sequence: { sequencer: LongFirst },
      projects: [
        {
          extends: true,
          // The app and its evidence are read once for each worker; read anew for each file they take longer than
          // the tests. So a test puts back what it changes outside itself: time, globals, the language.
          test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node', isolate: false },
        },
        {
          extends: true,
          test: {
            name: 'component',
            include: ['tests/component/**/*.test.ts'],
            environment: 'happy-dom',
            isolate: false,
          },
        },
        {
          extends: true,
          test: {
            ...browserTests,
            name: 'e2e',
            include: ['tests/e2e/**/*.test.ts'],
            exclude: MEASURING,
            maxWorkers: 2,
            sequence: { groupOrder: 1 },
          },
        },
        {
          extends: true,
          // One file at a time, when all others are done.
          test: { ...browserTests, name: 'e2e-alone', include: MEASURING, fileParallelism: false },
        },
      ],
    },
  }),
)
