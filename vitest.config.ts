import { defineConfig } from 'vitest/config'

const LONG = ['packages/*/src/**/*.long.test.ts', 'test/**/*.long.test.ts']

/** `--mode full` runs the long tests, and only them: fuzzing, crashes, memory over many documents. */
export default defineConfig(({ mode }) => ({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: mode === 'full' ? LONG : ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(mode === 'full' ? [] : LONG)],
    // Many tests wait for processes of their own: vitest's default, one worker fewer than cores, leaves a small machine idle.
    maxWorkers: 2,
    testTimeout: mode === 'full' ? 600_000 : 30_000,
    hookTimeout: 60_000,
    passWithNoTests: mode === 'full',
  },
}))
