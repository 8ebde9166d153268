import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { doctor } from './doctor.ts'
import type { Finding } from './finding.ts'

let folder: string
beforeEach(async () => {
  folder = await testFolder()
})
afterEach(async () => {
  await removeFolder(join(folder, 'data'))
  await removeFolder(folder)
})

const examine = async (data: string, databaseUrl: string | null = null): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for await (const finding of doctor({ data, databaseUrl })) findings.push(finding)
  return findings
}

describe('the doctor', () => {
  it('finds nothing wrong with a store that is well', async () => {
    const findings = await examine(join(folder, 'data'))
    expect(findings.filter(({ holds, check }) => !holds && check !== 'left behind')).toEqual([])
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'Node',
        'data folder',
        'disk',
        'PostgreSQL',
        'store',
        'extensions',
        'durability',
        'record',
      ]),
    )
  })

  it('says what is wrong and goes on', async () => {
    await mkdir(join(folder, 'data', 'cluster'), { recursive: true })
    await writeFile(join(folder, 'data', 'cluster', 'PG_VERSION'), '12\n')
    const findings = await examine(join(folder, 'data'))
    expect(findings.find(({ check }) => check === 'store')).toMatchObject({
      holds: false,
      text: expect.stringContaining('PostgreSQL 12'),
    })
    expect(findings.at(-1)?.check).toBe('left behind')
  })

  it('tells of a server that does not answer', async () => {
    const findings = await examine(join(folder, 'data'), 'postgres://nobody@127.0.0.1:1/none')
    expect(findings.find(({ check }) => check === 'store')?.holds).toBe(false)
  })
})
