import { mergeConfig, defineConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // Two cores also run the other checks: a slow answer is not a wrong one.
      testTimeout: 30_000,
      projects: [
        { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
        {
          extends: true,
          test: { name: 'component', include: ['tests/component/**/*.test.ts'], environment: 'happy-dom' },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: ['tests/e2e/**/*.test.ts'],
            environment: 'node',
            fileParallelism: false,
            globalSetup: 'tests/support/serveApp.ts',
            // A page of a busy machine may be late once; what is wrong is wrong twice.
            retry: 1,
            testTimeout: 120_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  }),
)
