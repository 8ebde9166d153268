import type { Span } from '../../model/span.ts'

/** What stands where a person's name stood. */
export const MASK = '[name]'

/** The words of `window` with every name in it replaced; `names` are spans of the same text, in any order. */
export const maskSpans = (content: string, window: Span, names: readonly Span[]): string => {
  const inside = names
    .filter((name) => name.start < window.end && window.start < name.end && name.start < name.end)
    .sort((a, b) => a.start - b.start)
  let masked = ''
  let at = window.start
  for (const name of inside) {
    // A name that overlaps the one before it is behind the same mask.
    if (name.start >= at || masked === '') masked += content.slice(at, Math.max(at, name.start)) + MASK
    at = Math.max(at, Math.min(name.end, window.end))
  }
  return masked + content.slice(at, window.end)
}

/** A mask as long as what it stands for, so that spans into the words stay right. */
export const blocks = (name: string): string => '█'.repeat(name.length)

/** Words in which every name is hidden behind a mask of its own length; `names` are spans of them, in any order. */
export const blockSpans = (content: string, names: readonly Span[]): string => {
  let masked = ''
  let at = 0
  for (const name of [...names].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, name.start)
    const end = Math.max(start, name.end)
    masked += content.slice(at, start) + blocks(content.slice(start, end))
    at = end
  }
  return masked + content.slice(at)
}

/**
 * A masker for texts that no span points into (an actor's name, the words of a check, a file's name): whole words, the longest
 * name first. Names of several words are found in any case too, and joined as files join them (`ana-kel.txt`).
 */
export const maskerOf = (
  names: Iterable<string>,
  mask: (name: string) => string = () => MASK,
): ((text: string) => string) => {
  const known = [...new Set([...names].map((name) => name.trim()))].filter((name) => name.length > 1)
  if (known.length === 0) return (text) => text
  known.sort((a, b) => b.length - a.length)
  const single = patternOf(known, 'gu')
  const joined = patternOf(
    known.filter((name) => /\s/.test(name)),
    'giu',
  )
  return (text) =>
    [joined, single].reduce((masked, pattern) => (pattern ? masked.replace(pattern, mask) : masked), text)
}

const patternOf = (names: readonly string[], flags: string): RegExp | null => {
  if (names.length === 0) return null
  const any = names.map((name) => name.split(/\s+/).map(literally).join('[\\s_.+-]+')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, flags)
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
