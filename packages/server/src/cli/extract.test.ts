import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { claimRecordSchema } from '@sijil/core/contract/claim-record.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { run } from './testing/fake-io.ts'

const TEXT = 'At least 12 people, including five children, were killed in Sarmuq on Tuesday, a doctor said.\n'

let folder = ''
beforeAll(async () => {
  folder = await testFolder()
  await writeFile(join(folder, 'report.txt'), TEXT)
  const lines = ['first', 'second'].map((doc) => JSON.stringify({ doc, published: '2024-03-13', text: TEXT.trim() }))
  await writeFile(join(folder, 'reports.jsonl'), `${lines[0]}\n{broken\n${lines[1]}\n`)
})
afterAll(() => removeFolder(folder))

const lines = (out: string) =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => claimRecordSchema.parse(JSON.parse(line)))

test('extract prints one claim a line in the fields of the codebook, offsets pointing to the quote', async () => {
  const { code, out, err } = await run(['extract', join(folder, 'report.txt'), '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const claims = lines(out).filter((claim) => 'metric' in claim)
  expect(claims).toMatchObject([
    {
      doc: 'report.txt',
      kind: 'casualty',
      metric: 'killed',
      low: 12,
      high: null,
      hedge: 'at_least',
      scope: 'incident',
    },
  ])
  for (const { start, end, quote } of claims) expect(TEXT.slice(start, end)).toBe(quote)
})

test('ids of documents are kept as given, and a broken line is refused with its number while the rest goes on', async () => {
  const { code, out, err } = await run(['extract', join(folder, 'reports.jsonl'), '--json'])
  expect(code).toBe(1)
  expect([...new Set(lines(out).map(({ doc }) => doc))]).toEqual(['first', 'second'])
  expect(err).toMatch(/^refused reports\.jsonl.*2.*: /)
})

test('without --json it prints a table for each document, and reads standard input for -', async () => {
  const { code, out } = await run(['extract', '-'], { stdin: TEXT })
  expect(code).toBe(0)
  expect(out).toMatch(/^stdin +undated · en\n/)
  expect(out).toMatch(/at least 12 killed +.*5 children/)
})

test('a path that leads nowhere is refused', async () => {
  const { code, out, err } = await run(['extract', join(folder, 'none.txt')])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/refused .*none\.txt: there is no such file/)
})
