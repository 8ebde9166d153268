import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshSijil } from './sijil.ts'

/** Inputs as users bring them, all in one folder with one good report: each is told clearly, and nothing else is lost. */
const folder = mkdtempSync(join(tmpdir(), 'sijil-bad-'))
const sijil = freshSijil()
let report: IngestReport
let documents: readonly DocumentRecord[] = []
let stderr = ''

const GOOD = 'Outlet: Example Post\nPublished: 2024-03-13\n\nThree people were killed by a shell in Lomeq on Tuesday.\n'
const line = (n: number): string =>
  JSON.stringify({ doc: `line-${n}`, text: `Note ${n}: the bridge of Lomeq is open again.` })

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)

beforeAll(() => {
  mkdirSync(join(folder, 'more'))
  write('good.txt', GOOD)
  write('more/good-too.txt', GOOD.replace('Three', 'Four'))
  write(
    'latin.txt',
    Buffer.from(
      'The café in Orzeth was hit; two people were killed, the owner’s son said.'.replace('’', "'"),
      'latin1',
    ),
  )
  write('empty.txt', '')
  write('blank.txt', ' \n\t\n')
  write('one-line.txt', Buffer.alloc(50 * 1024 * 1024, 'word '))
  write(
    'program.txt',
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
  )
  write(
    'no-article.html',
    '<!doctype html><html><body><nav><a href="/">Home</a></nav><script>start()</script></body></html>',
  )
  write(
    'broken-line.jsonl',
    [1, 2, 3, 4, 5, 6].map(line).concat('{"doc": "line-7", "text": ', line(8), line(9)).join('\n'),
  )
  write('no-text.csv', 'id,place,deaths\n1,Lomeq,3\n')
  write('future.txt', GOOD.replace('2024-03-13', '2199-01-01'))
  const run = sijil.run('ingest', folder, join(folder, 'not-there.txt'), '--json')
  stderr = run.stderr
  expect(run.status, stderr).toBe(1)
  report = JSON.parse(run.stdout) as IngestReport
  documents = sijil.lines('documents')
}, 180_000)

afterAll(() => {
  sijil.end()
  rmSync(folder, { recursive: true, force: true })
})

const documentOf = (doc: string) => documents.find((document) => document.doc.endsWith(doc))

test.for([
  ['empty.txt', /empty/i],
  ['blank.txt', /empty|no words|blank/i],
  ['program.txt', /not text|binary/i],
  ['one-line.txt', /large|long|big|split/i],
  ['no-article.html', /article|text|words/i],
  ['no-text.csv', /column/i],
  ['not-there.txt', /exist|found|no such/i],
] as const)('%s is refused and told', ([name, told]) => {
  const refusal = report.refusals.find((one) => one.name.endsWith(name))
  expect(refusal?.text).toMatch(told)
  expect(stderr).toContain(name)
})

test('of nine lines the seventh is refused by its number, the other eight are read', () => {
  const refusal = report.refusals.find((one) => one.name.includes('broken-line.jsonl'))
  expect(`${refusal?.name} ${refusal?.at}`).toMatch(/\b7\b/)
  expect(documents.filter(({ doc }) => doc.startsWith('line-')).length).toBe(8)
})

test('a file in another encoding is read as it was written', () => {
  const latin = documentOf('latin.txt')
  expect(latin).toBeDefined()
  expect(sijil.run('claims', '--json').stdout).toContain('two people were killed')
})

test('a date in the future is kept with a warning', () => {
  expect(
    documentOf('future.txt')
      ?.warnings.map(({ text }) => text)
      .join(' '),
  ).toMatch(/future/i)
})

test('good reports beside them are read, in folders too', () => {
  expect(documentOf('good.txt')?.claims).toBe(1)
  expect(documentOf('good-too.txt')?.claims).toBe(1)
})

test('nothing else was refused', () => {
  expect(report.refused).toBe(8)
})
