import type { Document, DocumentWarning, Zone } from '../../model/document.ts'
import type { DocumentText } from '../../pipeline/layers.ts'
import type { Context, Stage } from '../../pipeline/stage.ts'
import type { ReadText } from '../../text/read-text.ts'
import { readText } from '../../text/reader.ts'
import { creditedIn } from './credited.ts'
import { detectLanguage } from './detect-language.ts'
import { findZones } from './find-zones.ts'
import { readDates } from './read-dates.ts'

/**
 * Documents to what can be read: language, zones with the metadata that stands in them, tokens and sentences. Nothing is
 * cut: offsets index the text as it was ingested. A document in a language that has no lexicon keeps its words and says
 * so.
 */
export const normalise: Stage<'documents', 'documents' | 'readings'> = {
  name: 'normalise',
  version: '1',
  needs: ['documents'],
  adds: ['documents', 'readings'],
  run: ({ documents }, context) => {
    const normalised = documents.map((one) => normaliseOne(one, context))
    const readings = new Map<Document['id'], ReadText>()
    for (const { document, text } of normalised) {
      const lexicon = context.lexicons.get(document.language ?? '')
      readings.set(document.id, readText(text.content, document.language, lexicon, breaksOf(document.zones)))
    }
    return { documents: normalised, readings }
  },
}

const normaliseOne = ({ document, text }: DocumentText, context: Context): DocumentText => {
  const language = detectLanguage(text.content, document.language)
  const lexicon = language === null ? undefined : context.lexicons.get(language)
  if (lexicon === undefined) return { document: withWarnings({ ...document, language }, [notCoded(language)]), text }
  const zones = findZones(text.content, document.zones, document.title, lexicon)
  const { warnings, ...dates } = readDates(text.content, zones, document, lexicon, context.today)
  const title = document.title ?? titleIn(text.content, zones)
  const agency = document.agency ?? creditedIn(text.content, zones, document.outlet, lexicon)
  return { document: withWarnings({ ...document, language, zones, ...dates, title, agency }, warnings), text }
}

/** A document with warnings added; one that is there already is not said twice. */
const withWarnings = (document: Document, more: readonly DocumentWarning[]): Document => {
  const known = new Set(document.warnings.map((warning) => warning.code))
  return { ...document, warnings: [...document.warnings, ...more.filter(({ code }) => !known.has(code))] }
}

const titleIn = (content: string, zones: readonly Zone[]): string | null => {
  const zone = zones.find(({ kind }) => kind === 'headline')
  return zone === undefined ? null : content.slice(zone.start, zone.end).replace(/^#+\s*/, '')
}

/** No sentence goes on over the edge of a zone. */
const breaksOf = (zones: readonly Zone[]): readonly number[] => zones.flatMap(({ start, end }) => [start, end])

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

const notCoded = (language: string | null): DocumentWarning => ({
  code: 'not_coded',
  text:
    language === null
      ? 'its language could not be told: it is kept, and nothing is extracted from it'
      : `${LANGUAGE_NAMES.of(language) ?? language} is detected but not yet coded: it is kept, and nothing is extracted from it`,
})
