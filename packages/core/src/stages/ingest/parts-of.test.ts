import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawItem } from '../../pipeline/layers.ts'
import { testContext } from '../../testing/context.ts'
import { ingest } from './ingest.ts'
import { partsOf } from './parts-of.ts'
import { recordCutter } from './record-cutter.ts'

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const source = (name: string) => ({ name, mediaType: null, url: null })
const parts = async (name: string, bytes: Uint8Array, size = 65_536): Promise<RawItem[]> => {
  const found: RawItem[] = []
  for await (const part of partsOf(source(name), chunksOf(bytes, size))) found.push(part)
  return found
}
const context = testContext()
const ingestAll = (raw: readonly RawItem[]) => raw.map((one) => ingest.run({ raw: [one] }, context))

test('JSON lines come in parts that know their line, and read as the whole does', async () => {
  const lines = Array.from({ length: 6000 }, (_, i) =>
    i === 4999
      ? '{"broken'
      : JSON.stringify({ doc: `d${i + 1}`, text: `Report ${i + 1}. ${'Shells fell. '.repeat(40)}` }),
  )
  const found = await parts('r.jsonl', utf8(lines.join('\n')))
  expect(found.length).toBeGreaterThan(2)
  expect(Math.max(...found.map((part) => part.bytes.length))).toBeLessThan(1_100_000)
  const read = ingestAll(found)
  expect(read.flatMap((r) => r.documents)).toHaveLength(5999)
  expect(read.flatMap((r) => r.refusals)).toMatchObject([{ name: 'r.jsonl', at: 'line 5000' }])
})

test('each part of a table begins with its header, and its rows know their line', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `${i + 1},"Report ${i + 1}.\n${'Shells fell, again. '.repeat(20)}"`,
  )
  const found = await parts('r.csv', utf8(`id,text\n${rows.join('\n')}\n`))
  expect(found.length).toBeGreaterThan(1)
  const documents = ingestAll(found).flatMap((r) => r.documents)
  expect(documents.map((d) => d.document.doc)).toEqual(rows.map((_, i) => String(i + 1)))
  expect(found[1]?.part?.firstLine).toBe(
    2 + 2 * (Number(/\n(\d+),"/.exec(new TextDecoder().decode(found[1]?.bytes))?.[1]) - 1),
  )
})

test('UTF-16 and empty files of records', async () => {
  const wide = Uint8Array.from(
    [...'\ufeff{"text": "Five died."}\n{"text": "Ċ ran."}'].flatMap((c) => [
      c.charCodeAt(0) & 255,
      c.charCodeAt(0) >> 8,
    ]),
  )
  const texts = ingestAll(await parts('r.jsonl', wide, 7)).flatMap((r) => r.documents.map((d) => d.text.content))
  expect(texts).toEqual(['Five died.', 'Ċ ran.'])
  expect(ingestAll(await parts('r.jsonl', new Uint8Array()))[0]?.refusals).toMatchObject([{ code: 'empty' }])
})

test('an endless line is neither kept in memory nor does it cost the others', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield utf8('{"text": "One died."}\n{"text": "')
    for (let i = 0; i < 60; i++) yield new Uint8Array(1_000_000).fill(97)
    yield utf8('"}\n{"text": "Two died."}\n')
  }
  const found: RawItem[] = []
  for await (const part of partsOf(source('r.jsonl'), chunks())) found.push(part)
  expect(found.reduce((sum, part) => sum + part.bytes.length, 0)).toBeLessThan(11_000_000)
  const read = ingestAll(found)
  expect(read.flatMap((r) => r.documents.map((d) => d.text.content))).toEqual(['One died.', 'Two died.'])
  expect(read.flatMap((r) => r.refusals)).toMatchObject([{ at: 'line 2', code: 'too_large' }])
})

test('of a file that is too long no more is read than shows it', async () => {
  let asked = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 60; i++) {
      asked++
      yield new Uint8Array(1_000_000).fill(97)
    }
  }
  for await (const part of partsOf(source('a.txt'), chunks()))
    expect(ingestAll([part])[0]?.refusals).toMatchObject([{ code: 'too_large' }])
  expect(asked).toBe(21)
})

test('wherever the chunks end, the parts are the same records', () => {
  const file = fc
    .array(fc.constantFrom('a', ',', '"x\ny"', '\n', '\r\n', 'longer words'), { maxLength: 60 })
    .map((bits) => bits.join(''))
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 9 }), fc.boolean(), (text, size, table) => {
      const cut = (chunk: number): string => {
        const cutter = recordCutter({ table, partBytes: 10, maxRecord: 1000 })
        const bytes = utf8(text)
        const found: { bytes: Uint8Array; firstLine: number }[] = []
        for (let at = 0; at < bytes.length; at += chunk) found.push(...cutter.push(bytes.slice(at, at + chunk)))
        const last = cutter.end()
        if (last !== null) found.push(last)
        return JSON.stringify(found.map((part) => [new TextDecoder().decode(part.bytes), part.firstLine]))
      }
      expect(cut(size)).toBe(cut(1000))
    }),
  )
})
