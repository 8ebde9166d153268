import type { Span } from '../model/span.ts'

/** A stretch that is read at once: a line of the text, or a part of a very long one. Never blank. */
export interface Piece extends Span {
  /** Position of its line among the non-blank lines of the text. */
  readonly paragraph: number
}

/** Characters that are read at once. Longer lines are cut at the end of a sentence, else at a space, else anywhere. */
export const PIECE_LENGTH = 4000

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** The non-blank lines of a text in their order, cut at `breaks` (ascending offsets), long ones in pieces. */
export const piecesOf = (content: string, breaks: readonly number[] = []): readonly Piece[] => {
  const pieces: Piece[] = []
  let paragraph = 0
  let next = 0
  for (const line of linesOf(content)) {
    const span = trimmed(content, line)
    if (span.start === span.end) continue
    for (let start = span.start; start < span.end; ) {
      while ((breaks[next] ?? Number.POSITIVE_INFINITY) <= start) next++
      const limit = Math.min(span.end, breaks[next] ?? span.end)
      const end = limit - start <= PIECE_LENGTH ? limit : cutBefore(content, start, start + PIECE_LENGTH)
      const piece = trimmed(content, { start, end })
      if (piece.start < piece.end) pieces.push({ ...piece, paragraph })
      start = end
    }
    paragraph++
  }
  return pieces
}

/** The lines of a text, blank ones too, without their line breaks. */
export const linesOf = (content: string): readonly Span[] => {
  const lines: Span[] = []
  let start = 0
  for (const match of content.matchAll(LINE_BREAK)) {
    lines.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  lines.push({ start, end: content.length })
  return lines
}

/** A span without the white space at its ends. */
export const trimmed = (content: string, { start, end }: Span): Span => {
  while (start < end && isSpace(content.charCodeAt(start))) start++
  while (end > start && isSpace(content.charCodeAt(end - 1))) end--
  return { start, end }
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0x85 && /\s|\u0085/.test(String.fromCharCode(code)))

/** Where to cut a stretch that is too long. Looks back over its second half, so every character is looked at twice at most. */
const cutBefore = (content: string, start: number, limit: number): number => {
  const middle = start + PIECE_LENGTH / 2
  let space = -1
  for (let at = limit; at > middle; at--) {
    if (!isSpace(content.charCodeAt(at))) continue
    if (space < 0) space = at
    if (/[.!?]["'\u2019\u201d)\]]?$/.test(content.slice(at - 2, at))) return at
  }
  if (space > 0) return space
  const cutsPair = /^[\udc00-\udfff]/.test(content.charAt(limit))
  return cutsPair ? limit - 1 : limit
}
