import type { Judgement } from '../../model/judgement.ts'
import type { Item } from './item.ts'

/** Pairs of item keys that people have decided, without contradictions: newer judgements win. */
export interface Decisions {
  readonly must: readonly (readonly [string, string])[]
  readonly cannot: readonly (readonly [string, string])[]
}

/**
 * What people's judgements say of these items. Withdrawn ones, `unsure` and those about other claims have no effect. The
 * newest judgement wins where two contradict each other, so the order in which they arrive does not matter.
 */
export const decisionsOf = (judgements: readonly Judgement[], items: readonly Item[]): Decisions => {
  const byName = itemsByName(items)
  const groups = new Groups()
  const must: [string, string][] = []
  const cannot: [string, string][] = []
  const forbids = (a: string, b: string) =>
    cannot.some(([x, y]) => (groups.same(x, a) && groups.same(y, b)) || (groups.same(x, b) && groups.same(y, a)))
  for (const judgement of newestFirst(judgements)) {
    const left = byName.get(judgement.left) ?? []
    const right = byName.get(judgement.right) ?? []
    const [a, b] = [left[0], right[0]]
    if (a === undefined || b === undefined || a === b) continue
    if (judgement.verdict === 'same' && !forbids(a, b)) {
      must.push([a, b])
      groups.join(a, b)
    }
    if (judgement.verdict === 'different')
      for (const x of left) for (const y of right) if (!groups.same(x, y)) cannot.push([x, y])
  }
  return { must, cannot: spread(cannot, groups) }
}

const newestFirst = (judgements: readonly Judgement[]): readonly Judgement[] =>
  judgements
    .filter((judgement) => judgement.withdrawn === null)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))

/** Items by their own key, and all items of a claim by the claim's id. */
const itemsByName = (items: readonly Item[]): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map<string, string[]>()
  const add = (name: string, key: string) => byName.set(name, [...(byName.get(name) ?? []), key])
  for (const item of items) {
    add(item.claim.id, item.key)
    if (item.key !== item.claim.id) add(item.key, item.key)
  }
  return byName
}

/** A cannot-link holds for everything that is must-linked to either side. */
const spread = (
  cannot: readonly (readonly [string, string])[],
  groups: Groups,
): readonly (readonly [string, string])[] =>
  cannot.flatMap(([a, b]) => groups.members(a).flatMap((x) => groups.members(b).map((y) => [x, y] as const)))

class Groups {
  readonly #of = new Map<string, string[]>()
  members(key: string): readonly string[] {
    return this.#of.get(key) ?? [key]
  }
  same(a: string, b: string): boolean {
    return a === b || this.members(a).includes(b)
  }
  join(a: string, b: string): void {
    if (this.same(a, b)) return
    const all = [...this.members(a), ...this.members(b)]
    for (const key of all) this.#of.set(key, all)
  }
}
