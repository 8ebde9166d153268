import { createHash } from 'node:crypto'

/** What a backup is a row of. */
export type Frame =
  | { readonly kind: 'head' | 'rows' | 'end'; readonly json: unknown }
  | { readonly kind: 'raw'; readonly sha256: string; readonly bytes: Uint8Array }

const KINDS = ['head', 'rows', 'raw', 'end'] as const
const HEAD = 5

/** Frames as bytes: kind, length, content. The last one is written by `sealed`. */
const encode = (frame: Frame): Buffer => {
  const content =
    frame.kind === 'raw'
      ? Buffer.concat([Buffer.from(frame.sha256, 'hex'), frame.bytes])
      : Buffer.from(JSON.stringify(frame.json))
  const head = Buffer.alloc(HEAD)
  head.writeUInt8(KINDS.indexOf(frame.kind), 0)
  head.writeUInt32BE(content.length, 1)
  return Buffer.concat([head, content])
}

/** All frames as bytes, and an end that carries the hash of everything before it. */
export async function* sealed(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const frame of frames) {
    const bytes = encode(frame)
    hash.update(bytes)
    yield bytes
  }
  yield encode({ kind: 'end', json: { sha256: hash.digest('hex') } })
}

/** Reads frames back. Throws a RangeError unless the end is there and all before it is what was written. */
export async function* unsealed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const hash = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)
  let ended = false
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk])
    for (let size = sizeOf(rest); size !== null; size = sizeOf(rest)) {
      const bytes = rest.subarray(0, size)
      const frame = decode(bytes)
      rest = rest.subarray(size)
      if (frame.kind === 'end') {
        if ((frame.json as { sha256?: unknown }).sha256 !== hash.digest('hex'))
          throw new RangeError('its content is not what was written')
        ended = true
        break
      }
      hash.update(bytes)
      yield frame
    }
  }
  if (!ended) throw new RangeError('its end is missing')
}

const sizeOf = (bytes: Buffer): number | null => {
  if (bytes.length < HEAD) return null
  const size = HEAD + bytes.readUInt32BE(1)
  return bytes.length < size ? null : size
}

const decode = (bytes: Buffer): Frame => {
  const kind = KINDS[bytes.readUInt8(0)]
  if (kind === undefined) throw new RangeError('it holds something that this version does not know')
  const content = bytes.subarray(HEAD)
  if (kind !== 'raw') return { kind, json: JSON.parse(content.toString()) as unknown }
  return { kind, sha256: content.subarray(0, 32).toString('hex'), bytes: content.subarray(32) }
}
