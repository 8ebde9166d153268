import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import { ROOT } from '../tree.ts'

/** Lets so many reviewers decide for so many seconds, each after so long a look, in milliseconds. */
export const testManyReviewers = (reviewers: number, seconds: number, look: number): unknown =>
  describe.runIf(isBuilt)(`${reviewers} reviewers at once`, () => {
    test('no error, and no decision that was acknowledged is missing or twice in the log', { timeout: 600_000 }, () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, 'bench/api/reviewers.mjs'), String(reviewers), String(seconds), String(look)],
        { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '' } },
      )
      expect(status, stdout + stderr).toBe(0)
      // They did meet: what is kept was decided against others.
      const [, kept, conflicts] = /: (\d+) decisions kept, (\d+) conflicts told/.exec(stdout) ?? []
      expect(Number(kept), stdout).toBeGreaterThan(0)
      expect(Number(conflicts), stdout).toBeGreaterThan(0)
    })
  })
