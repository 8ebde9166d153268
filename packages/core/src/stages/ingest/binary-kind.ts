/** First bytes of formats that people take for text by their name, and what they are called. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a zip archive or an office file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office file'],
  ['{\\rtf', 'a rich-text (RTF) file'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a compressed (gzip) file'],
  ['7z\u00bc\u00af', 'a compressed (7z) file'],
  ['Rar!', 'a compressed (rar) file'],
  ['\u007fELF', 'a program'],
  ['SQLite format 3\u0000', 'a database'],
]
/** A text has no more than this share of control characters. */
const MAX_CONTROLS = 0.02

/** What kind of binary file bytes are, for a message; null where nothing speaks against text. */
export const binaryKindOf = (bytes: Uint8Array): string | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  for (const [signature, kind] of SIGNATURES) if (head.startsWith(signature)) return kind
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return 'a binary file (it holds zero bytes)'
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls++
  }
  return controls > bytes.length * MAX_CONTROLS ? 'a binary file (it is full of control characters)' : null
}
