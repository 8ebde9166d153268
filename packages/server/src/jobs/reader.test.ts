import { sha256Hex } from '@sijil/core/model/hash.js'
import { expect, it } from 'vitest'
import type { BatchRead, HashedItem } from './read-batch.ts'
import { readWithin } from './reader.ts'

const item = (name: string): HashedItem => {
  const bytes = Buffer.from(name)
  return { item: { name, bytes, mediaType: null, url: null }, sha256: sha256Hex(bytes) }
}

/** Reads as a thread does that is ended by whatever batch holds "huge". */
const thread = async (batch: readonly HashedItem[]): Promise<BatchRead> => {
  if (batch.some(({ item: { name } }) => name === 'huge'))
    throw Object.assign(new Error('Worker terminated due to reaching memory limit'), {
      code: 'ERR_WORKER_OUT_OF_MEMORY',
    })
  return {
    items: batch.map(({ item: { name }, sha256 }) => ({ name, sha256, documents: [], refusals: [] })),
    documents: [],
  }
}

it('refuses only what is too large for a thread, and reads the rest of its batch', async () => {
  const { items } = await readWithin(['a', 'huge', 'b'].map(item), thread)
  expect(items.map(({ name, refusals }) => [name, refusals.map(({ code }) => code)])).toEqual([
    ['a', []],
    ['huge', ['too-large']],
    ['b', []],
  ])
})

it('passes other failures on', async () => {
  const lost = async () => {
    throw new Error('the thread is gone')
  }
  await expect(readWithin([item('a')], lost)).rejects.toThrow('the thread is gone')
})
