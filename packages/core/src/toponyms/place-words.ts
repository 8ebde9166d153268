import { compiledFrom, type Lexicon } from '../lexicon/lexicon.ts'
import type { PlaceMention } from '../model/claim.ts'
import { newMark } from '../text/marks.ts'
import { type WordFact, wordFact } from '../text/word-fact.ts'

/** What a type noun ("village", "districts") says of the name beside it. */
export interface PlaceType {
  readonly kind: PlaceMention['kind']
  /** Whether the noun stays in the place's name as reports cite it. */
  readonly keeps: boolean
  /** Whether it speaks of what lies around the name ("outskirts of X"), so that the phrase is an area, not the place X. */
  readonly around: boolean
  /** Whether what lies around is a province's land rather than a town's edge ("the countryside of X"). */
  readonly wide: boolean
  /** Whether what it names lies in a town ("the X neighbourhood"). */
  readonly part: boolean
  readonly plural: boolean
}

/** The words around names of one language, ready for look-up in lower case. */
export interface PlaceWords {
  readonly types: ReadonlyMap<string, PlaceType>
  readonly notPlaces: ReadonlySet<string>
  /** Demonyms and adjectives of nations → ISO country ("turkish" → TR). */
  readonly demonyms: ReadonlyMap<string, string>
  /** Directions → degrees clockwise from north. */
  readonly bearings: ReadonlyMap<string, number>
  has(role: CueRole, word: string): boolean
  /** Whether a capitalised word is formed like the adjective of a nation or region ("zarimandi"), known or not. */
  isFormedAsNation(word: string): boolean
  /** All roles of a word; undefined for the most, which have none. */
  rolesOf(word: string): ReadonlySet<CueRole> | undefined
  /** The mark of words that lead to a place: "in", "near", "to". */
  readonly leads: number
  /** The mark of words that a name can begin with at all: an article, or letters that are not all small. */
  readonly beginsName: number
  /** The mark of demonyms. */
  readonly isDemonym: number
  /** What a type noun says; null for any other word. */
  readonly typeOf: WordFact<PlaceType | null>
}

export type CueRole =
  | 'inside'
  | 'near'
  | 'toward'
  | 'heading'
  | 'against'
  | 'behalf'
  | 'of'
  | 'strikes'
  | 'bombards'
  | 'befalls'
  | 'beneath'
  | 'speech'
  | 'title'
  | 'party'
  | 'direction'
  | 'adverb'
  | 'article'
  | 'article-'
  | 'joint'
  | 'number'
  | 'assault'
  | 'event'
  | 'border'
  | 'ending'

/** A capital, behind a mark of its own or a small article that is glued to it. */
const NAMELIKE = /^(?:[‘'ʿʾ`’"]|\p{Ll}{2,3}[_'’]?)?\p{Lu}/u

const LEADING: readonly CueRole[] = ['near', 'inside', 'toward']

/** The place words of a lexicon: tables `place-types`, `place-cues`, `not-places`, `directions` and `demonyms`. */
export const placeWordsOf = compiledFrom((lexicon: Lexicon): PlaceWords => {
  const types = new Map<string, PlaceType>()
  for (const row of lexicon.table('place-types')) {
    const type = {
      kind: row.kind as PlaceMention['kind'],
      keeps: row.keeps !== 'no',
      around: row.keeps === 'around' || row.keeps === 'wide',
      wide: row.keeps === 'wide',
      part: row.keeps === 'part',
    }
    types.set(row.word ?? '', { ...type, plural: false })
    if (row.plural !== '-') types.set(row.plural ?? '', { ...type, plural: true })
  }
  // By word first: it is asked of every token several times, and the most are no cue at all.
  const cues = new Map<string, Set<CueRole>>()
  for (const { role, word = '' } of lexicon.table('place-cues'))
    cues.set(word, (cues.get(word) ?? new Set<CueRole>()).add(role as CueRole))
  const demonyms = new Map(lexicon.table('demonyms').map((row) => [row.demonym ?? '', row.country ?? '']))
  const withRole = (some: readonly CueRole[]): readonly string[] =>
    [...cues].filter(([, roles]) => some.some((role) => roles.has(role))).map(([word]) => word)
  const endings = lexicon.table('place-cues').flatMap(({ role, word = '' }) => (role === 'ending' ? [word] : []))
  return {
    types,
    isFormedAsNation: (word) => endings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending)),
    notPlaces: new Set(lexicon.table('not-places').map((row) => row.word ?? '')),
    demonyms,
    bearings: new Map(lexicon.table('directions').map((row) => [row.word ?? '', Number(row.bearing)])),
    has: (role, word) => cues.get(word)?.has(role) === true,
    rolesOf: (word) => cues.get(word),
    leads: newMark(withRole(LEADING)),
    beginsName: newMark(withRole(['article', 'article-']), ({ text }) => NAMELIKE.test(text)),
    isDemonym: newMark(demonyms.keys()),
    typeOf: wordFact(({ lower }) => types.get(lower) ?? null),
  }
})
