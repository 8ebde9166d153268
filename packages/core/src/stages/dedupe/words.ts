import type { Zone, ZoneKind } from '../../model/document.ts'

/** The words of a text, in their order: where each stands, and a hash of it in lower case. */
export interface HashedWords {
  readonly length: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly hashes: Uint32Array
}

/** Zones that differ between reprints of one report. */
const NOT_COMPARED: ReadonlySet<ZoneKind> = new Set(['date_line', 'updated_line', 'dateline', 'credit', 'clutter'])

const WORD = /[\p{L}\p{N}]+/gu

/** The words of a text that no date, credit or clutter zone holds, in their order. */
export const hashedWords = (content: string, zones: readonly Zone[] = []): HashedWords => {
  const skipped = zones.filter((zone) => NOT_COMPARED.has(zone.kind))
  const starts: number[] = []
  const ends: number[] = []
  const hashes: number[] = []
  let next = 0
  for (const match of content.matchAll(WORD)) {
    const start = match.index
    while ((skipped[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if ((skipped[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue
    starts.push(start)
    ends.push(start + match[0].length)
    hashes.push(hashOf(match[0].toLowerCase()))
  }
  return {
    length: starts.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    hashes: Uint32Array.from(hashes),
  }
}

/** FNV-1a over UTF-16 units: 32 bits, unsigned. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Mixes a hash into another; the order matters. 32 bits, unsigned. */
export const mix = (a: number, b: number): number => {
  let hash = Math.imul(a, 0x85ebca6b) ^ b
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) >>> 0
}
