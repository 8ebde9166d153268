import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBuilt } from '../testing/child.ts'
import { killAt, SCENARIOS } from '../testing/kills.ts'
import { makeDatabase, removeFolder, serverIsThere, testFolder } from '../testing/test-store.ts'

const SERVERS = [null, ...(serverIsThere ? [makeDatabase] : [])]

describe.runIf(isBuilt).each(SERVERS)('a kill at any moment', (make) => {
  it.each(SCENARIOS)(
    `of %s loses nothing, on ${make === null ? 'the built-in server' : 'a server'}`,
    async (scenario) => {
      const folder = await testFolder()
      const database = (await make?.()) ?? null
      const options = { folder, databaseUrl: database?.url ?? null, rounds: 5, reports: 60, random: Math.random }
      const report = await killAt(scenario, options)
      expect(report.rounds).toBe(5)
      // No server is left over: whoever used it last has stopped it.
      await expect(access(join(folder, 'data', 'cluster', 'postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' })
      await database?.drop()
      await removeFolder(join(folder, 'data'))
      await removeFolder(folder)
    },
  )
})
