import type { PreparedText } from './prepared-text.ts'

/** Characters of the texts kept at once: each is some twenty bytes for a character when it is prepared. */
const MAX_KEPT = 4_000_000

/** Keeps the texts that were used last, prepares others anew: memory stays bounded however many and however long they are. */
export const preparedCache = <T>(prepare: (from: T) => PreparedText): { get(from: T): PreparedText } => {
  const kept = new Map<T, PreparedText>()
  let characters = 0
  const forgetOldest = (): void => {
    const [oldest] = kept
    if (oldest === undefined) return
    kept.delete(oldest[0])
    characters -= oldest[1].content.length
  }
  return {
    get: (from) => {
      const known = kept.get(from)
      const text = known ?? prepare(from)
      if (known === undefined) characters += text.content.length
      kept.delete(from)
      kept.set(from, text)
      // The last two stay: they are being compared.
      while (characters > MAX_KEPT && kept.size > 2) forgetOldest()
      return text
    },
  }
}
