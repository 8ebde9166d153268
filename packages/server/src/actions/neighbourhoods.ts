import type { Db } from '../store/database.ts'
import { documentsCopying } from '../store/queries/copies.ts'
import { documentsJudgedWith, documentsLinkedWith } from '../store/queries/judgements.ts'
import { documentsInBlocksOf } from '../store/queries/linking.ts'

/**
 * The documents that must be linked together with these: whoever shares a block, an incident, words or a judgement
 * with one of them, and so on. Documents that have nothing to do with one another come in neighbourhoods of their own.
 */
export const neighbourhoodsOf = async (
  db: Db,
  documents: readonly string[],
): Promise<readonly (readonly string[])[]> => {
  const groups = disjointSets()
  let frontier: readonly string[] = documents
  const seen = new Set(frontier)
  for (const document of documents) groups.add(document)
  while (frontier.length > 0) {
    const met = new Set<string>()
    for (const { document, keys } of await documentsInBlocksOf(db, frontier)) {
      met.add(document)
      for (const key of keys) groups.join(document, `key ${key}`)
    }
    for (const [a, b] of await tiesOf(db, frontier)) {
      groups.join(a, b)
      met.add(b)
    }
    frontier = [...met].filter((document) => !seen.has(document))
    for (const document of frontier) seen.add(document)
  }
  return groups.of([...seen].sort())
}

const tiesOf = async (db: Db, documents: readonly string[]): Promise<readonly (readonly [string, string])[]> => [
  ...(await documentsLinkedWith(db, documents)),
  ...(await documentsJudgedWith(db, documents)),
  ...(await documentsCopying(db, documents)),
]

/** Names that are joined step by step into groups. */
const disjointSets = () => {
  const parents = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
    // The way is made short for the next who asks.
    for (let at = name; at !== root; ) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  return {
    add: (name: string) => {
      if (!parents.has(name)) parents.set(name, name)
    },
    join: (a: string, b: string) => {
      for (const name of [a, b]) if (!parents.has(name)) parents.set(name, name)
      parents.set(rootOf(a), rootOf(b))
    },
    of: (names: readonly string[]): readonly (readonly string[])[] => {
      const groups = new Map<string, string[]>()
      for (const name of names) {
        const root = rootOf(name)
        const group = groups.get(root)
        if (group === undefined) groups.set(root, [name])
        else group.push(name)
      }
      return [...groups.values()]
    },
  }
}
