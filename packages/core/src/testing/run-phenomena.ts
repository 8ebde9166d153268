import { buildIndex } from '../gazetteer/build-index.ts'
import type { GazetteerEntry } from '../gazetteer/gazetteer.ts'
import { stackGazetteer } from '../gazetteer/make-gazetteer.ts'
import { openIndex } from '../gazetteer/name-index.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Claim } from '../model/claim.ts'
import type { DocumentId } from '../model/document.ts'
import type { Context } from '../pipeline/stage.ts'
import { extractClaims } from '../stages/extract/extract-claims.ts'
import { readText } from '../text/reader.ts'
import { loadLexicon } from './lexicons.ts'
import type { PhenomenonLine } from './phenomena.ts'
import { phenomenonDifferences } from './phenomena-check.ts'

/** The invented places that the suites' texts name, in both scripts; whatever else they name is in no gazetteer. */
const SETTLEMENTS: readonly (readonly [name: string, arabic: string])[] = [
  ['Sarmuq', 'سرموق'],
  ['Vashira', 'واشيرة'],
  ['Lomeq', 'لومق'],
  ['Halsaq', 'حلسق'],
  ['Orzeth', 'أورزث'],
  ['Khelmat', 'خلمات'],
  ['Ashmuhar', 'أشموهر'],
  ['Belqassar', 'بلقصار'],
]
const AREAS: readonly (readonly [name: string, arabic: string])[] = [
  ['Tirmaq', 'طرماق'],
  ['Nahrassa', 'نهراسا'],
  ['Ulvarra', 'أولفارا'],
]

const entryOf = (
  [name, arabic]: readonly [string, string],
  kind: GazetteerEntry['kind'],
  population: number,
): GazetteerEntry => ({
  id: `phenomena:${name}`,
  name,
  names: [arabic],
  lat: 10,
  lon: 20,
  kind,
  country: 'XS',
  admin1: null,
  population,
  pcode: null,
  level: kind === 'admin' ? 1 : null,
  radius: null,
})

/** The gazetteer of a country that a user imported, as whoever records that country's reports has one. */
const GAZETTEER = stackGazetteer(
  'phenomena',
  [
    [],
    [
      ...SETTLEMENTS.map((place) => entryOf(place, 'settlement', 9000)),
      ...AREAS.map((place) => entryOf(place, 'admin', 90_000)),
    ],
  ].map((entries) => openIndex(buildIndex(entries))),
  null,
)

/** The claims that a text of the suite gives. */
export const claimsOfLine = ({ text, published }: PhenomenonLine, lexicon: Lexicon): readonly Claim[] => {
  const context: Context = {
    today: '2026-01-01',
    lexicons: new Map([[lexicon.language, lexicon]]),
    gazetteer: GAZETTEER,
  }
  const frame = { text: readText(text, lexicon.language, lexicon), zones: [], published, outlet: null }
  return extractClaims('line' as DocumentId, frame, lexicon, context, { by: 'phenomena', version: '1' })
}

/** A line whose claims are not what they must be, with what is wrong. */
export interface PhenomenonFailure {
  readonly line: PhenomenonLine
  readonly told: string
}

/** The lines of a suite whose claims are not what they must be. */
export const phenomenonFailures = (
  language: string,
  lines: readonly PhenomenonLine[],
): readonly PhenomenonFailure[] => {
  const lexicon = loadLexicon(language)
  return lines.flatMap((line) => {
    const wrong = differencesOf(line, lexicon)
    const told = `${line.text}\n  must be ${line.notation}\n  ${wrong.join('\n  ')}`
    return wrong.length === 0 ? [] : [{ line, told }]
  })
}

const differencesOf = (line: PhenomenonLine, lexicon: Lexicon): readonly string[] => {
  try {
    return phenomenonDifferences(line, claimsOfLine(line, lexicon))
  } catch (error) {
    return [`throws ${error instanceof Error ? error.stack : error}`]
  }
}
