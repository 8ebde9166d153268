import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(scrypt) as (
  passphrase: string,
  salt: Uint8Array,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>

/** Says what the file is and whether it is locked. */
const OPEN = Buffer.from('sijil backup 1 open  \n')
const LOCKED = Buffer.from('sijil backup 1 locked\n')
const SALT = 16
const TAG = 16
const PIECE = 64 * 1024
/** About a tenth of a second a guess. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 }

type Pieces = AsyncIterable<Uint8Array>

/**
 * Writes the head of a backup and its content, locked when there is a passphrase: pieces under AES-256-GCM, numbered, the
 * last marked, so that none can be changed, left out or moved. The key is drawn from the passphrase by scrypt.
 */
export const lock = (passphrase: string | null) =>
  async function* (content: Pieces): AsyncGenerator<Buffer> {
    if (passphrase === null) {
      yield OPEN
      for await (const chunk of content) yield Buffer.from(chunk)
      return
    }
    const salt = randomBytes(SALT)
    const key = await derive(passphrase, salt, 32, COST)
    yield Buffer.concat([LOCKED, salt])
    let number = 0
    for await (const { piece, last } of inPieces(content, PIECE)) yield seal(key, number++, last, piece)
  }

/** Reads what `lock` wrote. Throws a RangeError for a file that is no backup, a wrong passphrase or a damaged piece. */
export const unlock = (passphrase: string | null) =>
  async function* (content: Pieces): AsyncGenerator<Buffer> {
    const { head, rest } = await split(content, OPEN.length)
    if (head.equals(OPEN)) {
      yield* rest
      return
    }
    if (!head.equals(LOCKED)) throw new RangeError('it is no backup of Sijil, or of a newer version')
    if (passphrase === null) throw new RangeError('it is locked: give its passphrase')
    const { head: salt, rest: body } = await split(rest, SALT)
    const key = await derive(passphrase, salt, 32, COST)
    let number = 0
    for await (const { piece, last } of inPieces(body, PIECE + TAG)) yield open(key, number++, last, piece)
  }

const nonceOf = (number: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(last ? 1 : 0, 0)
  nonce.writeUIntBE(number, 6, 6)
  return nonce
}

const seal = (key: Buffer, number: number, last: boolean, piece: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
  return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
}

const open = (key: Buffer, number: number, last: boolean, piece: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last))
  try {
    decipher.setAuthTag(piece.subarray(-TAG))
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()])
  } catch {
    throw new RangeError(number === 0 ? 'the passphrase is not its own, or it is damaged' : 'it is damaged')
  }
}

/** The same bytes in pieces of one size; only the last may be shorter. */
async function* inPieces(content: Pieces, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of content) {
    rest = Buffer.concat([rest, chunk])
    while (rest.length > size) {
      yield { piece: rest.subarray(0, size), last: false }
      rest = rest.subarray(size)
    }
  }
  yield { piece: rest, last: true }
}

/** The first bytes, and an iterable of the others. */
const split = async (content: Pieces, length: number): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> => {
  const chunks = content[Symbol.asyncIterator]()
  let begun: Buffer = Buffer.alloc(0)
  while (begun.length < length) {
    const next = await chunks.next()
    if (next.done) break
    begun = Buffer.concat([begun, next.value])
  }
  return { head: begun.subarray(0, length), rest: resumed(begun.subarray(length), chunks) }
}

async function* resumed(first: Buffer, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield Buffer.from(next.value)
}
