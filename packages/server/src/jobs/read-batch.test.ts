import { sha256Hex } from '@sijil/core/model/hash.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadContext } from '../sources/load-context.ts'
import { type HashedItem, readBatch } from './read-batch.ts'

let context: Context
beforeAll(async () => {
  context = await loadContext({ today: '2024-07-01', gazetteers: [] })
})

const item = (name: string, text: string): HashedItem => {
  const bytes = Buffer.from(text)
  return { item: { name, bytes, mediaType: null, url: null }, sha256: sha256Hex(bytes) }
}

describe('reading a batch', () => {
  it('ties documents and refusals to the items they came from', () => {
    const text = 'Three people were killed in shelling on Monday, doctors said.'
    const batch = readBatch([item('a.txt', text), item('empty.txt', ''), item('b.txt', text)], context)
    expect(batch.items.map(({ name, documents, refusals }) => [name, documents.length, refusals.length])).toEqual([
      ['a.txt', 1, 0],
      ['empty.txt', 0, 1],
      ['b.txt', 1, 0],
    ])
    expect(batch.documents.map(({ document }) => document.doc)).toEqual(['a.txt', 'b.txt'])
    expect(batch.documents[0]?.claims.length).toBeGreaterThan(0)
  })

  it('refuses the one document on which a rule fails, and reads the others', () => {
    const broken: Context = {
      ...context,
      gazetteer: {
        ...context.gazetteer,
        lookup: (name, options) => {
          if (name.includes('Faultville')) throw new RangeError('a rule failed')
          return context.gazetteer.lookup(name, options)
        },
      },
    }
    const text = (place: string) => `Three people were killed in shelling in ${place} on Monday, doctors said.`
    const batch = readBatch([item('a.txt', text('Aleppo')), item('b.txt', text('Faultville'))], broken)
    expect(batch.documents.map(({ document }) => document.doc)).toEqual(['a.txt'])
    expect(batch.items[1]).toMatchObject({
      documents: [],
      refusals: [{ name: 'b.txt', code: 'fault', text: expect.stringContaining('a rule failed') }],
    })
  })
})
