import { createHash } from 'node:crypto'

/** A reply as it goes out. */
export interface Rendered {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly etag: string
}

/** Replies as they went out, while the record stays as it is. */
export interface ReplyCache {
  of(key: string, render: () => Promise<Rendered>): Promise<Rendered>
}

const MOST_BYTES = 64_000_000

/** Keys carry the versions of record and rights: an entry is never wrong, only no longer asked for. */
export const replyCache = (): ReplyCache => {
  const known = new Map<string, Rendered>()
  let size = 0
  const keep = (key: string, rendered: Rendered) => {
    known.set(key, rendered)
    size += rendered.bytes.length
    for (const [oldest, { bytes }] of known) {
      if (size <= MOST_BYTES) break
      known.delete(oldest)
      size -= bytes.length
    }
  }
  return {
    of: async (key, render) => {
      const found = known.get(key)
      if (found !== undefined) {
        known.delete(key)
        known.set(key, found)
        return found
      }
      const rendered = await render()
      if (!known.has(key)) keep(key, rendered)
      return rendered
    },
  }
}

const encoder = new TextEncoder()

/** JSON as bytes, with a tag: that of the bytes, after the version that a write is to tell, where there is one. */
export const rendered = (value: unknown, version: string | null): Rendered => {
  const bytes = encoder.encode(JSON.stringify(value))
  const own = createHash('sha1').update(bytes).digest('base64url')
  return { bytes, etag: `"${version === null ? own : `${version}.${own}`}"` }
}
