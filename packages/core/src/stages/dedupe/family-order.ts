/**
 * An order in which to compare pairs, as their numbers: those of one family one after another, so that a text made ready is
 * still at hand for the next of its pairs. Families are walked from neighbour to neighbour, breadth first.
 */
export const familyOrder = <T>(pairs: readonly (readonly [T, T])[]): readonly number[] => {
  const neighbours = new Map<T, T[]>()
  const meet = (one: T, other: T): void => {
    const known = neighbours.get(one)
    if (known === undefined) neighbours.set(one, [other])
    else known.push(other)
  }
  for (const [one, other] of pairs) {
    meet(one, other)
    meet(other, one)
  }
  const numbers = new Map<T, number>()
  for (const start of neighbours.keys()) {
    if (numbers.has(start)) continue
    numbers.set(start, numbers.size)
    const queue = [start]
    for (const next of queue)
      for (const other of neighbours.get(next) ?? []) {
        if (numbers.has(other)) continue
        numbers.set(other, numbers.size)
        queue.push(other)
      }
  }
  const places = pairs.map(([one, other]) => {
    const [a, b] = [numbers.get(one) ?? 0, numbers.get(other) ?? 0]
    return a < b ? { first: a, last: b } : { first: b, last: a }
  })
  const placeOf = (pair: number) => places[pair] ?? { first: 0, last: 0 }
  return pairs
    .map((_, pair) => pair)
    .sort((a, b) => placeOf(a).last - placeOf(b).last || placeOf(a).first - placeOf(b).first)
}
