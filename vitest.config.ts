import { defineConfig } from 'vitest/config'

const LONG = ['packages/*/src/**/*.long.test.ts', 'test/**/*.long.test.ts']
const resolve = { conditions: ['source'] }

/** `--mode full` runs the long tests, and only them: fuzzing, crashes, memory over many documents. */
export default defineConfig(({ mode }) => {
  const shared = {
    exclude: ['**/node_modules/**', '**/dist/**', ...(mode === 'full' ? [] : LONG)],
    testTimeout: mode === 'full' ? 600_000 : 30_000,
    hookTimeout: 60_000,
  }
  const chosen = (files: readonly string[], long: readonly string[]): string[] => [...(mode === 'full' ? long : files)]
  return {
    test: {
      // Many tests wait for processes of their own: vitest's default, one worker fewer than cores, leaves a small machine idle.
      maxWorkers: 3,
      passWithNoTests: mode === 'full',
      projects: [
        {
          resolve,
          ssr: { resolve },
          // Tests may share what one process has read of lexicons and gazetteers.
          test: {
            ...shared,
            name: 'core',
            isolate: false,
            include: chosen(['packages/core/src/**/*.test.ts'], ['packages/core/src/**/*.long.test.ts']),
          },
        },
        {
          resolve,
          ssr: { resolve },
          test: {
            ...shared,
            name: 'server',
            isolate: false,
            include: chosen(['packages/server/src/**/*.test.ts'], ['packages/server/src/**/*.long.test.ts']),
          },
        },
        {
          resolve,
          ssr: { resolve },
          test: {
            ...shared,
            name: 'whole',
            include: chosen(
              ['packages/web/src/**/*.test.ts', 'test/**/*.test.ts'],
              ['packages/web/src/**/*.long.test.ts', 'test/**/*.long.test.ts'],
            ),
          },
        },
      ],
    },
  }
})
