import type { Claim, SourceMention, SourceType } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { nameTokens } from './name-tokens.ts'
import type { NamedOrganisation, Organisation, Organisations } from './organisations.ts'

/** Whose word a claim rests on in the end. */
export interface OriginRoot {
  /** Equal for claims that rest on the same word. */
  readonly key: string
  readonly name: string
  readonly type: SourceType
  /** The belligerent that it is or speaks for. */
  readonly party: string | null
}

/** What is known of a claim's document when its origin is sought. */
export interface OriginFrame {
  readonly document: Document
  /** The document whose words the claim's passage repeats; the document itself when they are its own. */
  readonly witness: Document
  /** Every source the document names, for "Barazi" of a fuller name elsewhere in it. */
  readonly mentions: readonly SourceMention[]
  /** The attribution chains of all its claims, for the organisation that a person speaks for. */
  readonly chains: readonly (readonly SourceMention[])[]
  /** The organisations that its text names, for short forms of their names. Asked only where needed. */
  readonly named: () => readonly NamedOrganisation[]
  readonly organisations: Organisations
}

const MEDIA: ReadonlySet<SourceType> = new Set(['state_media', 'local_media', 'international_media'])
/** Types of source that a bare description ("a monitoring group") may stand for when the document names just one. */
const DESCRIBED: ReadonlySet<SourceType> = new Set([
  'monitor',
  'ngo',
  'un',
  'civil_defence',
  'hospital',
  'health_ministry',
  'police',
])

/**
 * The root of a claim's attribution. Media that pass on another's word are carriers, not roots; a spokesperson is the
 * organisation; an unnamed root ("rescuers") never becomes a named one, it is one origin for each independent document.
 */
export const originOf = (claim: Claim, frame: OriginFrame): OriginRoot => {
  if (claim.sources.length === 0) return outletOrigin(frame)
  const speakers = claim.sources.filter((source) => !isCarrier(source, frame))
  const named = (speakers.length > 0 ? speakers : claim.sources).map((source) => namedRoot(source, frame))
  const organisation = named.findLast((root) => root?.organisation)
  const root = organisation ?? named.find((found) => found !== null)
  if (root) return root.root
  const carrier = claim.sources.map((source) => namedRoot(source, frame)).find((found) => found !== null)
  return carrier ? carrier.root : unnamedOrigin(claim, frame)
}

interface Named {
  readonly root: OriginRoot
  readonly organisation: boolean
}

const isCarrier = (source: SourceMention, frame: OriginFrame): boolean => {
  const known = frame.organisations.find(source.text)
  return MEDIA.has(known === null || known.type === 'party' ? source.type : known.type)
}

const outletOrigin = ({ witness, organisations }: OriginFrame): OriginRoot => {
  const name = witness.agency ?? witness.outlet
  if (name === null) return { key: `document:${witness.id}`, name: witness.doc, type: 'other', party: null }
  const known = organisations.find(name)
  if (known !== null) return rootOf(known)
  return { key: `outlet:${foldedName(name)}`, name, type: 'other', party: null }
}

const unnamedOrigin = (claim: Claim, { witness }: OriginFrame): OriginRoot => ({
  key: `unnamed:${witness.id}`,
  name: claim.sources.map((source) => source.text).join(', '),
  type: claim.sources[0]?.type ?? 'unnamed',
  party: null,
})

const rootOf = (organisation: Organisation): OriginRoot => ({
  key: organisation.key,
  name: organisation.name,
  type: organisation.type === 'party' ? 'belligerent' : organisation.type,
  party: organisation.party,
})

const namedRoot = (source: SourceMention, frame: OriginFrame): Named | null =>
  directRoot(source, frame) ?? describedRoot(source, frame)

/** The root that the words themselves name. */
const directRoot = (source: SourceMention, frame: OriginFrame): Named | null => {
  const known = frame.organisations.find(source.text) ?? shortFormIn(source, frame)
  if (known !== null) return { root: rootOf(known), organisation: !MEDIA.has(rootOf(known).type) }
  const full = fullestName(source.text, frame)
  if (full === null) return null
  const fullKnown = frame.organisations.find(full)
  if (fullKnown !== null) return { root: rootOf(fullKnown), organisation: true }
  const spokenFor = spokenForBy(full, frame)
  if (spokenFor !== null) return { root: rootOf(spokenFor), organisation: true }
  return { root: { key: `named:${foldedName(full)}`, name: full, type: source.type, party: null }, organisation: false }
}

/**
 * "A monitoring group", "the ministry", "the civil defence": the one body of that kind, or with that word in its name, that
 * the document names, if it names just one. People ("rescuers", "medics") are never taken for a body.
 */
const describedRoot = (source: SourceMention, frame: OriginFrame): Named | null => {
  const words = frame.organisations.words(source.text)
  if (words.length === 0 || words.every((word) => frame.organisations.arePeople(word))) return null
  const kin = frame.mentions.filter(
    (mention) =>
      isNamed(mention.text, frame.organisations) &&
      ((DESCRIBED.has(source.type) && mention.type === source.type) ||
        words.every((word) => foldedWords(mention.text).includes(word))),
  )
  const roots = new Map(kin.flatMap((mention) => directRoot(mention, frame) ?? []).map((one) => [one.root.key, one]))
  const [only] = [...roots.values()]
  return roots.size === 1 && only !== undefined ? only : null
}

/** "Civil Defence" is the one organisation named in the text whose name holds all its words. */
const shortFormIn = (source: SourceMention, frame: OriginFrame): Organisation | null => {
  const words = frame.organisations.words(source.text)
  if (words.length === 0 || source.type === 'unnamed' || source.type === 'witness' || source.type === 'relative')
    return null
  const fits = frame
    .named()
    .filter(
      ({ organisation, names }) =>
        organisation.type !== 'party' && names.some((name) => words.every((word) => name.includes(word))),
    )
  return fits.length === 1 ? (fits[0]?.organisation ?? null) : null
}

/** A person whom the document elsewhere cites together with an organisation that is no medium speaks for it. */
const spokenForBy = (person: string, frame: OriginFrame): Organisation | null => {
  const name = foldedName(person)
  for (const chain of frame.chains) {
    if (!chain.some((source) => foldedName(source.text) === name)) continue
    for (const source of chain) {
      const known = frame.organisations.find(source.text) ?? shortFormIn(source, frame)
      if (known !== null && !MEDIA.has(rootOf(known).type)) return known
    }
  }
  return null
}

/** The longest name in the document that holds all the words of this one ("Barazi" → "Talal Barazi"); null if it names nobody. */
const fullestName = (text: string, { mentions, organisations }: OriginFrame): string | null => {
  if (!isNamed(text, organisations) && !partOfKnownName(text, mentions, organisations)) return null
  const words = foldedWords(text)
  const fuller = mentions
    .map((mention) => mention.text)
    .filter((other) => {
      const theirs = new Set(foldedWords(other))
      return theirs.size > words.length && words.every((word) => theirs.has(word))
    })
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return fuller[0] ?? text
}

const partOfKnownName = (text: string, mentions: readonly SourceMention[], organisations: Organisations): boolean => {
  const words = nameTokens(text)
    .filter((token) => token.capital)
    .map((token) => token.folded)
  return (
    words.length > 0 &&
    mentions.some((mention) => {
      const theirs = foldedWords(mention.text)
      return organisations.find(mention.text) !== null && words.every((word) => theirs.includes(word))
    })
  )
}

/** Whether a phrase names somebody: it has a capitalised word (or one in a script without capitals) that is not generic. */
const isNamed = (text: string, organisations: Organisations): boolean => {
  const distinctive = new Set(organisations.distinctive(text))
  return nameTokens(text).some(
    (token) => token.capital && !/^\p{N}+$/u.test(token.text) && distinctive.has(token.folded),
  )
}

const foldedWords = (text: string): readonly string[] => nameTokens(text).map((token) => token.folded)
const foldedName = (text: string): string => foldedWords(text).join(' ')
