/** Bytes at the head of a page in which its charset is declared. */
const HEAD = 4096

const DECLARATIONS = [
  /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i,
  /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i,
] as const

/** The charset that a carrier or a page's own head declares; null when neither does, or it says UTF-8. */
export const declaredCharset = (bytes: Uint8Array, mediaType: string | null): string | null => {
  const carried = /charset\s*=\s*["']?([\w:.-]+)/i.exec(mediaType ?? '')?.[1]
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
  const declared = carried ?? DECLARATIONS.map((pattern) => pattern.exec(head)?.[1]).find((name) => name !== undefined)
  return declared === undefined || /^utf-?8$/i.test(declared) ? null : declared.toLowerCase()
}
