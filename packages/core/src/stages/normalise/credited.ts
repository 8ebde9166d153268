import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Zone } from '../../model/document.ts'
import { agenciesOf } from './agencies.ts'

/** A name in brackets that closes a dateline with a day in it: "RASMUN, May 3 (Orsa Wire) -". */
const DATELINE_NAME = /\d[.,]?\s*\((\p{Lu}[^()]*)\)\s*[-\u2013\u2014:]*$/u
/** A credit of one name after a label: "Source: Orsa Wire". */
const LABELLED_NAME = /^[([]?\p{L}{2,12}\s*:\s*(\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,3})[)\]]?$/u

/**
 * Whom a report credits besides its outlet: the agencies that its datelines and credits name, else the one name that a
 * dated dateline or a labelled credit gives. Null for nobody, and for credits that name nobody ("agencies").
 */
export const creditedIn = (
  content: string,
  zones: readonly Zone[],
  outlet: string | null,
  lexicon: Lexicon,
): string | null => {
  const credits = zones.filter(({ kind }) => kind === 'dateline' || kind === 'credit')
  const texts = credits.map((zone) => content.slice(zone.start, zone.end))
  const agencies = agenciesOf(lexicon)
  const known = agencies.read(texts.join('\n'))
  if (known !== null) return known
  for (const text of texts) {
    const name = (DATELINE_NAME.exec(text) ?? LABELLED_NAME.exec(text))?.[1]?.trim()
    if (name !== undefined && !agencies.isGeneric(name) && name.toLowerCase() !== outlet?.toLowerCase()) return name
  }
  return null
}
