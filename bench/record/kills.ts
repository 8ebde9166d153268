/**
 * Kills `sijil` with SIGKILL at random moments while it ingests, links, migrates, backs up and judges, on the built-in store
 * and, where SIJIL_TEST_DATABASE_URL names one, on a server; each time nothing acknowledged may be lost, nothing half done
 * may show, and the store must answer within 3 s. Run after `npm run build`:
 *
 *   npx tsx --conditions=source bench/record/kills.ts [ROUNDS = 100] [REPORTS = 100]
 */
import { join } from 'node:path'
import { killAt, SCENARIOS } from '../../packages/server/src/testing/kills.ts'
import { makeDatabase, removeFolder, serverIsThere, testFolder } from '../../packages/server/src/testing/test-store.ts'
import { makeRandom } from '../world/random.ts'

const RECOVERY_BAR_MS = 3000
const [rounds = 100, reports = 100] = process.argv.slice(2).map(Number)
const random = makeRandom(Date.now() % 2 ** 31)

for (const onServer of [false, ...(serverIsThere ? [true] : [])])
  for (const scenario of SCENARIOS) {
    const folder = await testFolder()
    const database = onServer ? await makeDatabase() : null
    try {
      const options = { folder, databaseUrl: database?.url ?? null, rounds, reports, random: random.next }
      const { killed, slowest } = await killAt(scenario, options)
      const place = onServer ? 'server  ' : 'built-in'
      const verdict = slowest <= RECOVERY_BAR_MS ? 'ok' : 'TOO SLOW'
      console.log(
        `${place} ${scenario.padEnd(10)} ${rounds} rounds, ${killed} killed at work, nothing lost; slowest recovery ${Math.round(slowest)} ms (bar ${RECOVERY_BAR_MS}) ${verdict}`,
      )
      if (slowest > RECOVERY_BAR_MS) process.exitCode = 1
    } finally {
      await database?.drop()
      await removeFolder(join(folder, 'data'))
      await removeFolder(folder)
    }
  }
