import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeReports } from '../testing/reports.ts'
import { removeFolder, STORES, type TestStore, testFolder } from '../testing/test-store.ts'
import { type IngestOptions, ingestPaths } from './ingest-paths.ts'
import { listClaims } from './list-claims.ts'
import { listDocuments } from './list-documents.ts'
import { listImportFiles } from './list-import-files.ts'
import { listImports } from './list-imports.ts'
import { listIncidents } from './list-incidents.ts'
import { recordHash } from './record-hash.ts'
import { retryImport } from './retry-import.ts'
import { showImport } from './show-import.ts'
import { showIncident } from './show-incident.ts'
import { verifyStore } from './verify-store.ts'

const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

const line = (doc: string, text: string): string =>
  JSON.stringify({ doc, published: '2024-03-12', outlet: 'Mill', text })
const KILLED = 'Four people were killed in shelling of the village of Ras Hadid on Monday, doctors said.'

describe.each(STORES)('ingesting, into %s', (_name, open) => {
  let test: TestStore
  let folder: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    await writeReports(join(folder, 'reports'), 60)
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  const ingest = (paths: readonly string[], more: Partial<IngestOptions> = {}) =>
    ingestPaths(test.store, { paths, stdin: null, today: '2024-07-01', ...more })

  it('stores what is new and reads nothing twice', async () => {
    const first = await ingest([join(folder, 'reports')])
    expect(first).toMatchObject({ new: 60, known: 0, refused: 0 })
    expect(first.claims).toBeGreaterThanOrEqual(60)
    expect(first.incidents).toBeGreaterThan(0)
    const hash = await recordHash(test.store)
    const second = await ingest([join(folder, 'reports')])
    expect(second).toEqual({ ...first, new: 0, known: 60, copied: 0, claims: 0 })
    expect(await recordHash(test.store)).toBe(hash)
  })

  it('finds all that it stored again after the store was closed', async () => {
    const store = await test.reopen()
    const documents = await all(listDocuments(store))
    expect(documents.map(({ doc }) => doc)).toEqual(
      Array.from({ length: 60 }, (_, n) => `report-${String(n).padStart(5, '0')}.txt`),
    )
    expect(documents.every(({ claims }) => claims > 0)).toBe(true)
    const claims = await all(listClaims(store, { doc: 'report-00003.txt' }))
    expect(claims.map(({ quote }) => quote)).toContainEqual(expect.stringContaining('5 civilians'))
    for await (const incident of listIncidents(store, {})) {
      const dossier = await showIncident(store, incident.id)
      expect(dossier.incident.code).toBe(incident.id)
      expect(dossier.claims.map(({ id }) => id as string).sort()).toEqual([...incident.claims].sort())
    }
  })

  it('finds the incidents of a place however its name is spelt', async () => {
    const idsAt = async (place: string) => (await all(listIncidents(test.store, { place }))).map(({ id }) => id)
    const found = await idsAt('Kafr Dunya')
    expect(found.length).toBeGreaterThan(0)
    expect(await idsAt('Kfar Dounia')).toEqual(found)
    expect(await idsAt('Kafr Nowhere')).toEqual([])
  })

  it('keeps the bytes as they came', async () => {
    const [document] = await all(listDocuments(test.store))
    expect((await test.store.raw.read(document?.sha256 ?? '')).toString()).toContain('Report number 0 ')
  })

  it('refuses a path that is not there and goes on with the others', async () => {
    await writeFile(join(folder, 'one.txt'), KILLED)
    const report = await ingest([join(folder, 'nowhere.txt'), join(folder, '*.none'), join(folder, 'one.txt')])
    expect(report).toMatchObject({ new: 1, refused: 2 })
    expect(report.refusals).toMatchObject([
      { name: join(folder, 'nowhere.txt'), code: 'not-found', text: expect.stringContaining('check the spelling') },
      { name: join(folder, '*.none'), text: 'no file matches this pattern' },
    ])
  })

  it('refuses the one bad line of a file, tells it again the next time, and takes it once it is mended', async () => {
    const file = join(folder, 'lines.jsonl')
    const lines = Array.from({ length: 9 }, (_, i) => line(`line-${i + 1}`, `${KILLED} Paper ${i + 1} says so.`))
    await writeFile(file, lines.with(6, '{"doc": "line-7", "text": ').join('\n'))
    expect(await ingest([file])).toMatchObject({ new: 8, refused: 1, refusals: [{ at: expect.stringContaining('7') }] })
    expect(await ingest([file])).toMatchObject({ new: 0, known: 8, refused: 1 })
    await writeFile(file, lines.join('\n'))
    expect(await ingest([file])).toMatchObject({ new: 1, known: 8, refused: 0 })
  })

  it('reads standard input', async () => {
    const stdin = Readable.from([
      Buffer.from(`${line('piped-1', `${KILLED} So said one.`)}\n`),
      Buffer.from(line('piped-2', `${KILLED} So said two.`)),
    ])
    expect(await ingest(['-'], { stdin })).toMatchObject({ new: 2, refused: 0 })
  })

  it('writes every input into the ledger, and tries again what was refused', async () => {
    await mkdir(join(folder, 'mixed'))
    await writeFile(join(folder, 'mixed', 'empty.txt'), '')
    await writeFile(join(folder, 'mixed', 'good.txt'), `${KILLED} It was market day.`)
    await ingest([join(folder, 'mixed')])
    const last = (await all(listImports(test.store))).at(-1)
    expect(last).toMatchObject({ outcome: 'done', new: 1, known: 0, refused: 1, paths: [join(folder, 'mixed')] })
    expect((await showImport(test.store, last?.id ?? 0)).refusals).toMatchObject([{ name: 'empty.txt', code: 'empty' }])
    await writeFile(join(folder, 'mixed', 'empty.txt'), `${KILLED} No longer empty.`)
    const again = await retryImport(test.store, last?.id ?? 0, { today: '2024-07-01' })
    expect(again).toMatchObject({ new: 1, known: 1, refused: 0 })
    await mkdir(join(folder, 'another'))
    await writeFile(join(folder, 'another', 'empty.txt'), `${KILLED} It is another file of that name.`)
    await ingest([join(folder, 'another')])
    const after = { import: (last?.id ?? 0) + 1, outcome: 'new' }
    expect(
      (await all(listImportFiles(test.store, last?.id ?? 0))).sort((a, b) => (a.name < b.name ? -1 : 1)),
    ).toMatchObject([
      { name: 'empty.txt', stage: 'ingest', outcome: 'refused', code: 'empty', documents: 0, retried: after },
      { name: 'good.txt', stage: 'link', outcome: 'copied', documents: 1, retried: null },
    ])
    await expect(all(listImportFiles(test.store, 9999))).rejects.toMatchObject({ code: 'unknown-import' })
    await expect(showImport(test.store, 9999)).rejects.toMatchObject({ kind: 'missing', code: 'unknown-import' })
  })

  it('stops between batches when it is told to, and goes on later', async () => {
    await writeReports(join(folder, 'more'), 120, 1000)
    const stop = new AbortController()
    const stopped = ingest([join(folder, 'more')], { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(stopped).rejects.toMatchObject({ code: 'interrupted', mend: expect.stringContaining('goes on') })
    expect((await all(listImports(test.store))).at(-1)).toMatchObject({ outcome: 'interrupted' })
    const report = await ingest([join(folder, 'more')])
    expect(report.known).toBeGreaterThan(0)
    expect(report.new + report.known).toBe(120)
  })

  it('refuses what the database cannot hold, and only that', async () => {
    const file = join(folder, 'odd.jsonl')
    // Longer than a key of an index may be, and not to be compressed.
    const endless = Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 99_991).toString(36)).join('')
    await writeFile(file, [line('fine', `${KILLED} A fine line.`), line(endless, `${KILLED} A long name.`)].join('\n'))
    await writeFile(join(folder, 'beside.txt'), `${KILLED} Beside it.`)
    const report = await ingest([file, join(folder, 'beside.txt')])
    expect(report).toMatchObject({ new: 2, refused: 1, refusals: [{ name: 'odd.jsonl', code: 'unstorable' }] })
    const names = (await all(listDocuments(test.store))).map(({ doc }) => doc)
    expect(names.slice(-2).sort()).toEqual(['beside.txt', 'fine'])
  })

  it('holds when it is verified, and not once anything was touched', async () => {
    const findings = await all(verifyStore(test.store))
    expect(findings.filter(({ holds }) => !holds)).toEqual([])
    const [document] = await all(listDocuments(test.store))
    await writeFile(test.store.raw.pathOf(document?.sha256 ?? ''), 'changed')
    const after = await all(verifyStore(test.store))
    expect(after.find(({ check }) => check === 'raw bytes')).toMatchObject({ holds: false })
  })
})
