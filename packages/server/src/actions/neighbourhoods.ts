import type { Organisations } from '@sijil/core/origins/organisations.js'
import { tiedDocuments } from '@sijil/core/stages/link/link-stage.js'
import type { Db } from '../store/database.ts'
import { claimsOfDocuments, placesOfDocuments } from '../store/queries/claims.ts'
import { documentsCopying, passagesOf } from '../store/queries/copies.ts'
import { documentsJudgedWith, documentsLinkedWith } from '../store/queries/judgements.ts'
import { documentsInBlocksOf, lockDocuments } from '../store/queries/linking.ts'
import { resolvedJudgements } from './resolved-judgements.ts'

/** Documents that must be linked together. */
export interface Neighbourhood {
  readonly documents: readonly string[]
  /** Whether somebody else is linking one of them at this moment: it has to wait then. */
  readonly taken: boolean
}

/** Tries to hold documents; returns those that it got. */
type Hold = (documents: readonly string[]) => Promise<ReadonlySet<string>>

/**
 * The documents that must be linked together with these: whoever says what may be of one incident with one of them, stands
 * in an incident with it, repeats its words or was judged with it, and so on. Sharing a block is not enough: in a war all
 * blocks hang together. Documents that have nothing to do with one another come in neighbourhoods of their own.
 */
export const neighbourhoodsOf = (
  db: Db,
  documents: readonly string[],
  organisations: Organisations,
): Promise<readonly Neighbourhood[]> => spread(db, documents, organisations, async (all) => new Set(all))

/**
 * The same to be linked: each document is locked before its neighbours are asked for, until the transaction ends. So two
 * processes never link neighbourhoods that touch, and what a neighbourhood was found to be stays so.
 */
export const lockNeighbourhoodsOf = (
  tx: Db,
  documents: readonly string[],
  organisations: Organisations,
): Promise<readonly Neighbourhood[]> => spread(tx, documents, organisations, (all) => lockDocuments(tx, all))

const spread = async (
  db: Db,
  documents: readonly string[],
  organisations: Organisations,
  hold: Hold,
): Promise<readonly Neighbourhood[]> => {
  const groups = disjointSets()
  const taken = new Set<string>()
  const seen = new Set(documents)
  for (const document of documents) groups.add(document)
  let frontier = await heldOf(documents, hold, taken)
  while (frontier.length > 0) {
    const met = new Set<string>()
    for (const [a, b] of [...(await saidTiesOf(db, frontier, organisations)), ...(await tiesOf(db, frontier))]) {
      groups.join(a, b)
      met.add(a).add(b)
    }
    const fresh = [...met].filter((document) => !seen.has(document))
    for (const document of fresh) seen.add(document)
    frontier = await heldOf(fresh, hold, taken)
  }
  return groups.of([...seen].sort()).map((own) => ({ documents: own, taken: own.some((one) => taken.has(one)) }))
}

/** Ties by what documents say, among those that share a block. */
const saidTiesOf = async (
  db: Db,
  documents: readonly string[],
  organisations: Organisations,
): Promise<readonly (readonly [string, string])[]> => {
  const near = [...new Set([...documents, ...(await documentsInBlocksOf(db, documents)).map((one) => one.document)])]
  const claims = await claimsOfDocuments(db, near)
  const judgements = await resolvedJudgements(db, claims)
  const layers = {
    claims,
    judgements,
    places: await placesOfDocuments(db, near),
    passages: await passagesOf(db, near),
  }
  return tiedDocuments(layers, organisations, new Set(documents))
}

/** The documents that could be held; the others are noted and not gone on from. */
const heldOf = async (documents: readonly string[], hold: Hold, taken: Set<string>): Promise<readonly string[]> => {
  const held = await hold(documents)
  for (const document of documents) if (!held.has(document)) taken.add(document)
  return documents.filter((document) => held.has(document))
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
