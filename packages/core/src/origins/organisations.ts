import type { SourceType } from '../model/claim.ts'
import { remembered } from '../model/remembered.ts'
import { nameTokens } from './name-tokens.ts'

/** An organisation, outlet or armed party that reports speak of, world-wide. */
export interface Organisation {
  /** Stable, readable, unique: `white-helmets`. */
  readonly key: string
  readonly name: string
  readonly type: SourceType | 'party'
  /** The belligerent it is, or speaks for; null when it speaks for none. */
  readonly party: string | null
}

/** An organisation with the folded words of its name and aliases, to know its short forms by ("the Observatory"). */
export interface NamedOrganisation {
  readonly organisation: Organisation
  readonly names: readonly (readonly string[])[]
}

/** What organisation a phrase names. */
export interface Organisations {
  /** The organisation with the longest alias that stands, whole, within the phrase. */
  find(phrase: string): Organisation | null
  /** All organisations that a text names, each with every word of its names. */
  findAll(text: string): readonly NamedOrganisation[]
  /** The words of a phrase, folded, without articles. */
  words(phrase: string): readonly string[]
  /** Whether a folded word means people ("rescuers"), who are never taken for an organisation. */
  arePeople(word: string): boolean
  /** The words of a phrase that can tell one organisation from another: folded, without articles and generic nouns. */
  distinctive(phrase: string): readonly string[]
}

type Row = Readonly<Record<string, string>>

/**
 * Builds the index from `lexicons/organisations.tsv` (`key name type party aliases`, aliases parted by `|`) and
 * `lexicons/origin-words.tsv` (`word`): words such as articles and "source" or "monitor" that name nobody by themselves.
 * Throws a RangeError when two organisations share a key or an alias.
 */
export const makeOrganisations = (rows: readonly Row[], words: readonly Row[]): Organisations => {
  const generic = new Set(words.flatMap((row) => nameTokens(row.word ?? '').map((token) => token.folded)))
  const articles = new Set(words.filter((row) => row.kind === 'article').flatMap((row) => foldedWords(row.word ?? '')))
  const people = new Set(words.filter((row) => row.kind === 'people').flatMap((row) => foldedWords(row.word ?? '')))
  const byAlias = aliasIndex(rows)
  const longest = Math.max(1, ...[...byAlias.keys()].map((alias) => alias.split(' ').length))
  const aliases = aliasesOf(byAlias)
  return {
    findAll: (text) => allAliases(aliases, longest, foldedWords(text)),
    find: remembered(REMEMBERED, (phrase: string) => findAlias(byAlias, longest, foldedWords(phrase))),
    words: (phrase) => foldedWords(phrase).filter((word) => !articles.has(word)),
    arePeople: (word) => people.has(word),
    distinctive: remembered(REMEMBERED, (phrase: string) => foldedWords(phrase).filter((word) => !generic.has(word))),
  }
}

const foldedWords = (phrase: string): readonly string[] => nameTokens(phrase).map((token) => token.folded)

/** How many phrases are remembered: reports name the same sources again and again. */
const REMEMBERED = 2_500

const aliasIndex = (rows: readonly Row[]): ReadonlyMap<string, Organisation> => {
  const byAlias = new Map<string, Organisation>()
  const keys = new Set<string>()
  for (const row of rows) {
    const organisation = organisationOf(row)
    if (keys.has(organisation.key))
      throw new RangeError(`organisations.tsv: the key "${organisation.key}" stands twice`)
    keys.add(organisation.key)
    for (const name of [organisation.name, ...(row.aliases ?? '').split('|')]) {
      const alias = nameTokens(name)
        .map((token) => token.folded)
        .join(' ')
      if (alias === '') continue
      const other = byAlias.get(alias)
      if (other !== undefined && other.key !== organisation.key)
        throw new RangeError(`organisations.tsv: "${name}" names both ${other.key} and ${organisation.key}`)
      byAlias.set(alias, organisation)
    }
  }
  return byAlias
}

const organisationOf = (row: Row): Organisation => ({
  key: row.key ?? '',
  name: row.name ?? '',
  type: (row.type ?? 'other') as Organisation['type'],
  party: row.party === undefined || row.party === '' ? null : row.party,
})

/** Aliases as a whole text is searched for them. */
interface Aliases {
  readonly byAlias: ReadonlyMap<string, Organisation>
  /** The words that aliases begin with: few words of a text do. */
  readonly firstWords: ReadonlySet<string>
  readonly namesOf: ReadonlyMap<Organisation, NamedOrganisation['names']>
}

const aliasesOf = (byAlias: ReadonlyMap<string, Organisation>): Aliases => {
  const namesOf = new Map<Organisation, string[][]>()
  for (const [alias, organisation] of byAlias)
    namesOf.set(organisation, [...(namesOf.get(organisation) ?? []), alias.split(' ')])
  const firstWords = new Set([...byAlias.keys()].map((alias) => alias.split(' ')[0] ?? ''))
  return { byAlias, firstWords, namesOf }
}

const allAliases = (
  { byAlias, firstWords, namesOf }: Aliases,
  longest: number,
  words: readonly string[],
): readonly NamedOrganisation[] => {
  const found = new Map<string, Organisation>()
  words.forEach((word, at) => {
    if (!firstWords.has(word)) return
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const organisation = byAlias.get(words.slice(at, at + length).join(' '))
      if (organisation !== undefined) found.set(organisation.key, organisation)
    }
  })
  return [...found.values()].map((organisation) => ({ organisation, names: namesOf.get(organisation) ?? [] }))
}

const findAlias = (
  byAlias: ReadonlyMap<string, Organisation>,
  longest: number,
  tokens: readonly string[],
): Organisation | null => {
  for (let length = Math.min(longest, tokens.length); length > 0; length--)
    for (let at = 0; at + length <= tokens.length; at++) {
      const found = byAlias.get(tokens.slice(at, at + length).join(' '))
      if (found !== undefined) return found
    }
  return null
}

/** Knows nobody: only spelling tells organisations apart. */
export const NO_ORGANISATIONS: Organisations = makeOrganisations([], [])
