/** Which texts share sampled shingles. */
export interface FingerprintIndex {
  /** The texts known so far that share most with a fingerprint, the likest first; at most `limit`. */
  candidatesOf(fingerprint: readonly number[], limit: number): readonly number[]
  /** Adds a text under its number. Numbers must ascend. */
  add(text: number, fingerprint: readonly number[]): void
}

/** A shingle remembers so many texts: of a phrase that everybody uses, or a report that everybody reprints, the first. */
const MAX_TEXTS = 48
/** One shared shingle is enough where hardly any other text has it. */
const RARE = 2

/** An index that is filled as it is asked: time and memory grow with the number of texts alone. */
export const fingerprintIndex = (): FingerprintIndex => {
  const texts = new Map<number, number[]>()
  return {
    candidatesOf: (fingerprint, limit) => {
      const shared = new Map<number, { count: number; weight: number }>()
      for (const hash of fingerprint) {
        const known = texts.get(hash) ?? []
        for (const text of known) {
          const { count, weight } = shared.get(text) ?? { count: 0, weight: 0 }
          // What few texts share says more than what many do.
          shared.set(text, { count: count + 1, weight: weight + 1 / known.length })
        }
      }
      return [...shared]
        .filter(([, { count, weight }]) => count > 1 || weight >= 1 / RARE)
        .sort(([a, one], [b, two]) => two.weight - one.weight || a - b)
        .slice(0, limit)
        .map(([text]) => text)
    },
    add: (text, fingerprint) => {
      for (const hash of fingerprint) {
        const known = texts.get(hash)
        if (known === undefined) texts.set(hash, [text])
        else if (known.length < MAX_TEXTS) known.push(text)
      }
    },
  }
}
