import { analyse } from 'chardet'
import type { DocumentWarning } from '../../model/document.ts'
import { binaryKindOf } from './binary-kind.ts'
import { declaredCharset } from './declared-charset.ts'
import type { Fault } from './refuse.ts'
import { decodeLoosely, tryDecode } from './try-decode.ts'

/** Bytes read as words, with what a person should know of it; or why they can't be. */
export type Decoded =
  | { readonly text: string; readonly encoding: string; readonly warnings: readonly DocumentWarning[] }
  | { readonly fault: Fault }

/** Bytes that the guess of an encoding is made from. */
const SAMPLE = 64 * 1024
/** Below this confidence (0 to 100) a guess is not used. */
const MIN_CONFIDENCE = 30
/** A text with at most this share of broken characters is still UTF-8. */
const MAX_BROKEN = 0.002

/**
 * Reads bytes as text: by their byte-order mark, as UTF-8, by the charset they or their carrier (`mediaType`) declare,
 * by a guess. Whatever is not plainly UTF-8 is said in a warning; what is no text is refused. The mark itself is dropped.
 */
export const decode = (bytes: Uint8Array, mediaType: string | null): Decoded => {
  const wide = wideEncodingOf(bytes)
  if (wide !== null) return decodeWide(bytes, wide)
  const binary = binaryKindOf(bytes)
  if (binary !== null) return { fault: notText(binary) }
  const text = tryDecode(bytes, 'utf-8')
  if (text !== null) return { text, encoding: 'utf-8', warnings: [] }
  return decodeDeclared(bytes, mediaType) ?? decodeBroken(bytes) ?? decodeGuessed(bytes) ?? { fault: UNDECODABLE }
}

const UNDECODABLE: Fault = {
  code: 'undecodable',
  text: 'the bytes are text in no encoding that could be recognised: save the file as UTF-8 and ingest it again',
}

const notText = (what: string): Fault => ({
  code: 'binary',
  text: `this is ${what}, not text: save its words as a UTF-8 .txt file and ingest that`,
})

/** UTF-16 by its mark, or by the zero bytes that every second letter brings. */
const wideEncodingOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 2 / 3
  if (sample.length < 8 || Math.max(even, odd) < many || Math.min(even, odd) > 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

const decodeWide = (bytes: Uint8Array, encoding: string): Decoded => {
  const text = tryDecode(bytes, encoding)
  return text === null
    ? { fault: UNDECODABLE }
    : { text, encoding, warnings: [decodedAs(encoding, 'by its byte-order mark or its zero bytes')] }
}

const decodeDeclared = (bytes: Uint8Array, mediaType: string | null): Decoded | null => {
  const charset = declaredCharset(bytes, mediaType)
  const text = charset === null ? null : tryDecode(bytes, charset)
  if (charset === null || text === null) return null
  return { text, encoding: charset, warnings: [decodedAs(charset, 'as it declares')] }
}

/** UTF-8 that is broken in a few places (a cut download, a stray byte) is better read as that than guessed anew. */
const decodeBroken = (bytes: Uint8Array): Decoded | null => {
  const text = decodeLoosely(bytes)
  const broken = text.split('\ufffd').length - 1
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  if (broken > Math.max(1, text.length * MAX_BROKEN) || good < 2 * broken) return null
  const said = `${broken} broken character${broken === 1 ? '' : 's'} of its UTF-8 read as \ufffd: the words there are lost`
  return { text, encoding: 'utf-8', warnings: [{ code: 'broken_characters', text: said }] }
}

const decodeGuessed = (bytes: Uint8Array): Decoded | null => {
  for (const { name, confidence } of analyse(bytes.subarray(0, SAMPLE))) {
    const text = confidence < MIN_CONFIDENCE ? null : tryDecode(bytes, name)
    if (text !== null && !/[\u0080-\u009f]/.test(text))
      return { text, encoding: name.toLowerCase(), warnings: [decodedAs(name, `a guess, ${confidence} % sure`)] }
  }
  return null
}

const decodedAs = (encoding: string, why: string): DocumentWarning => ({
  code: 'not_utf8',
  text: `not UTF-8: read as ${encoding.toLowerCase()} (${why}); if letters look wrong, save it as UTF-8 and ingest it again`,
})
