/** What is remembered of stretches of text, found by a hash of their characters without making a string of them. */
export interface StretchTable<T> {
  /** What is remembered of the stretch of a line from `start` to `end`; `hash` is any number that depends on its characters alone. */
  get(line: string, start: number, end: number, hash: number): T | undefined
  /** Remembers a stretch, at the cost of the one of a like hash that was asked for longest ago. */
  set(written: string, hash: number, value: T): void
}

/** Makes an empty table of `size` places, a power of two: a pair of places for each hash. */
export const stretchTable = <T>(size: number): StretchTable<T> => {
  const texts: string[] = new Array(size).fill('')
  const values: (T | undefined)[] = new Array(size).fill(undefined)
  const pairOf = (hash: number): number => ((hash ^ (hash >>> 15)) << 1) & (size - 1)
  const put = (at: number, text: string, value: T | undefined): void => {
    texts[at] = text
    values[at] = value
  }
  return {
    get: (line, start, end, hash) => {
      const pair = pairOf(hash)
      const first = texts[pair] ?? ''
      if (stands(first, line, start, end)) return values[pair]
      const second = texts[pair + 1] ?? ''
      if (!stands(second, line, start, end)) return undefined
      const found = values[pair + 1]
      put(pair + 1, first, values[pair])
      put(pair, second, found)
      return found
    },
    set: (written, hash, value) => {
      const pair = pairOf(hash)
      put(pair + 1, texts[pair] ?? '', values[pair])
      put(pair, written, value)
    },
  }
}

/** Whether a line has just these characters from `start` to `end`. */
const stands = (written: string, line: string, start: number, end: number): boolean => {
  if (written.length !== end - start) return false
  for (let i = 0; i < written.length; i++) if (written.charCodeAt(i) !== line.charCodeAt(start + i)) return false
  return true
}
