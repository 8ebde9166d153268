import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClaimRecord, claimRecordSchema } from '@sijil/core/contract/claim-record.js'
import { comparisonRecordSchema } from '@sijil/core/contract/comparison-record.js'
import { documentRecordSchema } from '@sijil/core/contract/document-record.js'
import { historyRecordSchema } from '@sijil/core/contract/history-record.js'
import { incidentDetailSchema } from '@sijil/core/contract/incident-detail.js'
import { type IncidentRecord, incidentRecordSchema } from '@sijil/core/contract/incident-record.js'
import { ingestReportSchema } from '@sijil/core/contract/ingest-report.js'
import { tollRecordSchema } from '@sijil/core/contract/toll-record.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { type Run, run } from './testing/fake-io.ts'

/** Reports that nobody ever filed, of a country that does not exist. */
const REPORTS: Readonly<Record<string, string>> = {
  'a.txt':
    'Shells hit the market of Sarmuq on Tuesday. Eight people, including two children, were killed, said Lamis Dorvan, a doctor in the town.\n',
  'b.jsonl': `${JSON.stringify({
    doc: 'post-17',
    published: '2024-03-13',
    outlet: 'Zarimand Post',
    text: 'At least nine people were killed in Sarmuq on Tuesday, the town hospital said. More than 400 people have been killed in the province since January.',
  })}\nnot JSON at all\n`,
}

/** A schema of the contract. */
interface Shape<T> {
  parse(value: unknown): T
}

let folder = ''
let ingested: Run
const sijil = (...args: string[]) => run([...args, '--data', join(folder, 'data')])

/** The records that a command prints with --json, each held against its shape. */
const records = async <T>(schema: Shape<T>, ...args: string[]): Promise<readonly T[]> => {
  const { code, out, err } = await sijil(...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const record: unknown = JSON.parse(line)
      expect(schema.parse(record)).toEqual(record)
      return schema.parse(record)
    })
}

beforeAll(async () => {
  folder = await testFolder()
  await mkdir(join(folder, 'reports'))
  for (const [name, text] of Object.entries(REPORTS)) await writeFile(join(folder, 'reports', name), text)
  ingested = await sijil('ingest', join(folder, 'reports'))
})

afterAll(async () => {
  await removeFolder(join(folder, 'data'))
  await removeFolder(folder)
})

describe('ingest', () => {
  test('tells what was new and what was refused, and where, and ends with exit code 1 for the refused', () => {
    expect(ingested.code).toBe(1)
    expect(ingested.out).toMatch(/^new +2 /)
    expect(ingested.out).toMatch(/\nrefused +1 /)
    expect(ingested.err).toMatch(/refused b\.jsonl.*2/)
  })

  test('again is a no-op', async () => {
    const { out } = await sijil('ingest', join(folder, 'reports'), '--json')
    expect(ingestReportSchema.parse(JSON.parse(out))).toMatchObject({ new: 0, known: 2, refused: 1 })
  })

  test('of a path that does not exist refuses it, with exit code 1', async () => {
    const { code, err } = await sijil('ingest', join(folder, 'nowhere.txt'))
    expect(code).toBe(1)
    expect(err).toMatch(/nowhere\.txt.*no such file/)
  })
})

describe('the record', () => {
  test('has documents in their shape', async () => {
    const documents = await records(documentRecordSchema, 'documents')
    expect(documents.map(({ doc }) => doc)).toEqual(['a.txt', 'post-17'])
  })

  test('has claims in their shape, narrowed by document, harm and scope', async () => {
    const claims: readonly ClaimRecord[] = await records(claimRecordSchema, 'claims')
    expect(claims.map(({ doc }) => doc)).toContain('post-17')
    const narrowed = await records(claimRecordSchema, 'claims', '--doc', 'a.txt', '--metric', 'killed')
    expect(narrowed.map(({ doc }) => doc)).toEqual(['a.txt'])
  })

  test('is searched by words, in pages that go on where the one before ended', async () => {
    const found = await records(documentRecordSchema, 'documents', '--search', 'hospital Sarmuq')
    expect(found.map(({ doc }) => doc)).toEqual(['post-17'])
    const first = await sijil('claims', '--limit', '1', '--json')
    expect(first.err).toMatch(/^\d in all\nthere is more: --after \S+\n$/)
    const after = /--after (\S+)/.exec(first.err)?.[1] ?? ''
    const second = await sijil('claims', '--limit', '1', '--json', '--after', after)
    expect(second.code).toBe(0)
    expect(`${first.out}${second.out}`.split('\n').slice(0, 2)).toEqual(
      (await sijil('claims', '--json')).out.split('\n').slice(0, 2),
    )
    const deadliest = await sijil('incidents', '--search', 'market OR hospital', '--sort', 'deadliest', '--limit', '5')
    expect(deadliest).toMatchObject({ code: 0, out: expect.stringContaining('Sarmuq') })
  })

  test('keeps tolls out of incidents', async () => {
    const tolls = await records(tollRecordSchema, 'tolls')
    expect(tolls).toMatchObject([{ doc: 'post-17', scope: 'cumulative', low: 401, high: null, incidents: [] }])
    expect(tolls[0]?.explanation).toMatchObject({ holds: true, text: expect.stringContaining('more than 400') })
  })

  test('has incidents in their shape, each of which opens in full, as a page and as JSON', async () => {
    const incidents: readonly IncidentRecord[] = await records(incidentRecordSchema, 'incidents')
    expect(incidents.length).toBeGreaterThan(0)
    for (const { id, claims } of incidents) {
      const [detail] = await records(incidentDetailSchema, 'incident', id)
      expect(detail?.evidence.map(({ claim }) => claim.id).sort()).toEqual([...claims].sort())
      expect((await sijil('incident', id)).out).toContain(`${id} · `)
    }
  })

  test('prints as tables too', async () => {
    expect((await sijil('incidents')).out).toMatch(/^code +(in +)?date +place +killed/)
    expect((await sijil('documents')).out).toMatch(/\npost-17 +Zarimand Post +2024-03-13 /)
    expect((await sijil('claims')).out).toContain('8 killed')
    expect((await sijil('tolls')).out).toContain('more than 400 killed')
    expect((await sijil('imports')).out).toMatch(/\n +1 /)
    expect((await sijil('imports', 'show', '1')).out).toContain('b.jsonl')
  })

  test('leaves the house as CSV, JSON and GeoJSON, names masked unless asked for', async () => {
    const csv = (await sijil('export', '--format', 'csv')).out
    expect(csv).toMatch(/^id,kind,date_from,/)
    expect(csv).toContain('said [name], a doctor')
    const { incidents } = JSON.parse((await sijil('export', '--format', 'json')).out)
    expect(incidents.length).toBeGreaterThan(0)
    const map = JSON.parse((await sijil('export', '--format', 'geojson', '--with-names')).out)
    expect(map.features.length).toBe(incidents.length)
    expect(JSON.stringify(map)).toContain('said Lamis Dorvan, a doctor')
  })

  test('holds', async () => {
    const { code, out } = await sijil('verify')
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^✓ log/) })
  })
})

test('an incident can be compared under several codebooks, and its history told', async () => {
  const [incident] = await records(incidentRecordSchema, 'incidents')
  const id = incident?.id ?? ''
  const [comparison] = await records(comparisonRecordSchema, 'compare', id)
  expect(comparison?.answers.map(({ policy }) => policy)).toEqual(['range', 'ucdp', 'acled', 'latest'])
  const [first] = await records(historyRecordSchema, 'history', id)
  expect(first?.changes.map(({ field }) => field)).toContain('killed')
  expect((await sijil('compare', id)).out).toMatch(/\nkilled\ncodebook +low–high +best +its rule/)
  expect((await sijil('history', id)).out).toMatch(/\n {2}killed: .* \(new source\)\n/)
})

test('a backup is locked unless one says otherwise, and restores the same record', async () => {
  const file = join(folder, 'sijil.backup')
  expect(await sijil('backup', file)).toMatchObject({ code: 2, err: expect.stringContaining('--unlocked') })
  await writeFile(join(folder, 'pass'), 'four kittens on a raft\n')
  const passphrase = ['--passphrase-file', join(folder, 'pass')]
  expect(await sijil('backup', file, ...passphrase)).toMatchObject({ code: 0, out: expect.stringContaining('SHA-256') })
  const elsewhere = join(folder, 'elsewhere')
  expect((await run(['restore', file, ...passphrase, '--data', elsewhere])).code).toBe(0)
  const restored = (await run(['incidents', '--json', '--data', elsewhere])).out
  expect(restored).toBe((await sijil('incidents', '--json')).out)
  await removeFolder(elsewhere)
})

test('doctor finds nothing wrong with the store', async () => {
  const { out } = await sijil('doctor')
  expect(out).toMatch(/✓ Node/)
  expect(out).toMatch(/✓ store/)
})

describe('people', () => {
  test('may part claims and take it back, which restores the record exactly', async () => {
    const before = (await sijil('incidents', '--json')).out
    const [left, right] = (await records(claimRecordSchema, 'claims', '--scope', 'incident')).map(({ id }) => id)
    const judged = await sijil('judge', 'different', left ?? '', right ?? '', '--because', 'two days', '--json')
    const { id, by } = JSON.parse(judged.out)
    expect(by).toBe('tester')
    expect((await sijil('judgements')).out).toContain('two days')
    const withdrawn = await sijil('judge', 'withdraw', id, '--because', 'one day after all')
    expect(withdrawn.out).toContain('withdrawn by tester')
    expect((await sijil('incidents', '--json')).out).toBe(before)
  })

  test('must say why', async () => {
    const { code, err } = await sijil('judge', 'same', 'A', 'B')
    expect(code).toBe(2)
    expect(err).toContain("required option '--because <reason>'")
  })
})

describe('misuse', () => {
  test.each([
    [['incident', 'XX-1'], /no incident has the code XX-1/],
    [['claims', '--doc', 'nowhere.txt'], /nowhere\.txt/],
    [['incidents', '--from', '12 March'], /must be a day as YYYY-MM-DD/],
    [['incidents', '--min-killed', 'many'], /must be a whole number/],
    [['incidents', '--bbox', '1,2,3'], /must be west,south,east,north/],
    [['claims', '--after', 'nowhere'], /no place in this listing/],
    [['documents', '--limit', '501'], /must be 500 at most/],
    [['claims', '--metric', 'hurt'], /Allowed choices are killed/],
    [['export'], /required option '--format <format>'/],
    [['export', '--format', 'xls'], /Allowed choices are csv, json, geojson/],
    [['imports', 'show', '99'], /no import 99/],
  ])('%j ends with exit code 2 and says what to do', async (args, what) => {
    const { code, out, err } = await sijil(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(what)
    expect(err).toContain('to do: ')
  })
})

test('a store that cannot be used ends with exit code 3 and says where and what to do', async () => {
  await writeFile(join(folder, 'file'), '')
  const { code, out, err } = await run(['incidents', '--data', join(folder, 'file')])
  expect({ code, out }).toEqual({ code: 3, out: '' })
  expect(err).toMatch(/where: .*file\n {2}to do: /)
})
