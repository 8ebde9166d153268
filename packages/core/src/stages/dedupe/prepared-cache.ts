import type { PreparedText } from './prepared-text.ts'

/** Prepared texts kept at once: each is some twenty times its text, and a copy follows its original closely. */
const MAX_KEPT = 800

/** Keeps the texts that were used last, prepares others anew: memory stays bounded however many texts there are. */
export const preparedCache = (prepare: (at: number) => PreparedText): { get(at: number): PreparedText } => {
  const kept = new Map<number, PreparedText>()
  return {
    get: (at) => {
      const known = kept.get(at)
      if (known !== undefined) {
        kept.delete(at)
        kept.set(at, known)
        return known
      }
      const text = prepare(at)
      kept.set(at, text)
      const [oldest] = kept.keys()
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
      return text
    },
  }
}
