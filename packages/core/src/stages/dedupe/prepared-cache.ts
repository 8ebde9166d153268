import type { PreparedText } from './prepared-text.ts'

/** Prepared texts kept at once: each is some twenty times its text, and a copy follows its original closely. */
const MAX_KEPT = 800

/** Keeps the texts that were used last, prepares others anew: memory stays bounded however many texts there are. */
export const preparedCache = <T>(prepare: (from: T) => PreparedText): { get(from: T): PreparedText } => {
  const kept = new Map<T, PreparedText>()
  return {
    get: (from) => {
      const text = kept.get(from) ?? prepare(from)
      kept.delete(from)
      kept.set(from, text)
      const [oldest] = kept.keys()
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
      return text
    },
  }
}
