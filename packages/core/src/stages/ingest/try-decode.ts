interface Decoder {
  readonly encoding: string
  decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string
}

/** The decoder of the platform; core is built without the types of any platform. */
const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (encoding: string, options?: { readonly fatal: boolean }) => Decoder
}

/** What windows-1252 has in place of the control characters U+0080 to U+009F; some versions of Node read it as Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const C1 = /[\u0080-\u009f]/g

/** Bytes as text of an encoding, without its byte-order mark; null where they are no such text or the encoding is unknown. */
export const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252'
      ? text.replace(C1, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
      : text
  } catch {
    return null
  }
}

/** Bytes as UTF-8, with U+FFFD for what is broken. */
export const decodeLoosely = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

/** Decodes a stream chunk by chunk; what is broken becomes U+FFFD. */
export const streamDecoder = (encoding: string): ((chunk: Uint8Array) => string) => {
  const decoder = new TextDecoder(encoding)
  return (chunk) => decoder.decode(chunk, { stream: true })
}
