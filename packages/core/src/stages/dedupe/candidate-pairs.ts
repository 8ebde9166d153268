/** What is sampled of a document's words. */
export interface Print {
  readonly id: string
  readonly hashes: readonly number[]
}

/** Documents are compared only if they share so many sampled shingles: two texts that share less share a phrase. */
export const LEAST_SHARED = 3
/**
 * A shingle leads to so many documents only, those whose ids come first: what more of them bear is a footer, a phrase that
 * everybody uses, or a report that everybody reprints. Ids follow from what the documents say, so which come first does
 * not depend on which arrived first; and of a crowd all are compared with the same few, through whom they meet.
 */
export const MOST_BEARERS = 32

/**
 * Which documents are worth comparing, each pair once, as their numbers: those of which the one leads to the other by
 * enough shingles. It is a rule on the set of documents, whatever the order in which they came. What it says of a pair
 * only ever turns from yes to no when documents are added: whoever keeps the pairs up to date never has to compare again.
 */
export const candidatePairs = (prints: readonly Print[]): readonly (readonly [number, number])[] => {
  const bearers = bearersOf(prints)
  const pairs = new Map<number, readonly [number, number]>()
  const shared = new Int32Array(prints.length)
  prints.forEach(({ hashes }, at) => {
    const touched: number[] = []
    for (const hash of hashes)
      for (const other of bearers.get(hash) ?? []) {
        if (shared[other] === 0) touched.push(other)
        shared[other] = (shared[other] ?? 0) + 1
      }
    for (const other of touched) {
      const [a, b] = at < other ? [at, other] : [other, at]
      if (other !== at && (shared[other] ?? 0) >= LEAST_SHARED) pairs.set(a * prints.length + b, [a, b])
      shared[other] = 0
    }
  })
  return [...pairs.values()].sort(([a, b], [c, d]) => b - d || a - c)
}

/** The documents that each shingle leads to, as numbers. */
const bearersOf = (prints: readonly Print[]): ReadonlyMap<number, readonly number[]> => {
  const bearers = new Map<number, number[]>()
  const numbers = prints.map((_, at) => at).sort((a, b) => byId(prints, a, b))
  for (const at of numbers)
    for (const hash of prints[at]?.hashes ?? []) {
      const known = bearers.get(hash)
      if (known === undefined) bearers.set(hash, [at])
      else if (known.length < MOST_BEARERS) known.push(at)
    }
  return bearers
}

const byId = (prints: readonly Print[], a: number, b: number): number => {
  const [one, two] = [prints[a]?.id ?? '', prints[b]?.id ?? '']
  return one < two ? -1 : one > two ? 1 : a - b
}
