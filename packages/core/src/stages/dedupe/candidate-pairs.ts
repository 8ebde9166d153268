/** What is sampled of a document's words. */
export interface Print {
  readonly id: string
  readonly hashes: readonly number[]
}

/** Documents are compared only if they share so many sampled shingles: two texts that share less share a phrase. */
export const LEAST_SHARED = 3
/**
 * A shingle leads to so many documents only, those whose ids come first: what more of them bear is a footer, a phrase that
 * everybody uses, or a report that everybody reprints.
 */
export const MOST_BEARERS = 64
/** With so many others each document is compared, those that share most, then those whose ids come first. */
export const MOST_CANDIDATES = 32

/**
 * Which documents are worth comparing, each pair once, as their numbers. Whether two documents are rests on the two of
 * them alone (the limits apart, which only crowds of near-copies reach), so it is the same whatever else has come before.
 */
export const candidatePairs = (prints: readonly Print[]): readonly (readonly [number, number])[] => {
  const bearers = bearersOf(prints)
  const pairs = new Map<string, readonly [number, number]>()
  prints.forEach((print, at) => {
    for (const other of candidatesOf(print, at, prints, bearers)) {
      const pair = at < other ? ([at, other] as const) : ([other, at] as const)
      pairs.set(pair.join(' '), pair)
    }
  })
  return [...pairs.values()].sort(([a, b], [c, d]) => b - d || a - c)
}

type Bearers = ReadonlyMap<number, readonly number[]>

const bearersOf = (prints: readonly Print[]): Bearers => {
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

const candidatesOf = (print: Print, at: number, prints: readonly Print[], bearers: Bearers): readonly number[] => {
  const shared = new Map<number, number>()
  for (const hash of print.hashes)
    for (const other of bearers.get(hash) ?? []) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .filter(([, count]) => count >= LEAST_SHARED)
    .sort(([a, one], [b, two]) => two - one || byId(prints, a, b))
    .slice(0, MOST_CANDIDATES)
    .map(([other]) => other)
}

const byId = (prints: readonly Print[], a: number, b: number): number => {
  const [one, two] = [prints[a]?.id ?? '', prints[b]?.id ?? '']
  return one < two ? -1 : one > two ? 1 : a - b
}
