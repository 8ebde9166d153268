import type { Gazetteer, KnownName } from '../gazetteer/gazetteer.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Claim } from '../model/claim.ts'
import type { DocumentId } from '../model/document.ts'
import type { Context } from '../pipeline/stage.ts'
import { extractClaims } from '../stages/extract/extract-claims.ts'
import { readText } from '../text/reader.ts'
import { loadLexicon } from './lexicons.ts'
import type { PhenomenonLine } from './phenomena.ts'
import { phenomenonDifferences } from './phenomena-check.ts'

/** The invented places that the suite's texts name; whatever else they name is in no gazetteer. */
const SETTLEMENTS = ['Sarmuq', 'Vashira', 'Lomeq', 'Halsaq', 'Orzeth', 'Khelmat', 'Ashmuhar', 'Belqassar']
const AREAS = ['Tirmaq', 'Nahrassa', 'Ulvarra']

const KNOWN = new Map<string, KnownName>([
  ...SETTLEMENTS.map((name): [string, KnownName] => [
    name.toLowerCase(),
    { kind: 'settlement', population: 9000, country: 'XS' },
  ]),
  ...AREAS.map((name): [string, KnownName] => [
    name.toLowerCase(),
    { kind: 'admin', population: 90_000, country: 'XS' },
  ]),
])

const GAZETTEER: Gazetteer = {
  version: 'phenomena',
  lookup: () => [],
  areaAt: () => null,
  known: (name) => KNOWN.get(name.toLowerCase()) ?? null,
}

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

/** The lines of a suite whose claims are not what they must be, each with what is wrong. */
export const phenomenonFailures = (language: string, lines: readonly PhenomenonLine[]): readonly string[] => {
  const lexicon = loadLexicon(language)
  return lines.flatMap((line) => {
    const wrong = differencesOf(line, lexicon)
    return wrong.length === 0 ? [] : [`${line.text}\n  must be ${line.notation}\n  ${wrong.join('\n  ')}`]
  })
}

const differencesOf = (line: PhenomenonLine, lexicon: Lexicon): readonly string[] => {
  try {
    return phenomenonDifferences(line, claimsOfLine(line, lexicon))
  } catch (error) {
    return [`throws ${error instanceof Error ? error.stack : error}`]
  }
}
