import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Document, DocumentWarning, Zone, ZoneKind } from '../../model/document.ts'
import { publicationDay } from '../../model/publication-day.ts'
import { type Day, dayNumber } from '../../model/time-range.ts'
import { writtenDates } from './written-dates.ts'

/** When a document was published, as far as its source and its own words tell. */
export interface PublicationDates {
  readonly published: Day | null
  readonly publishedFrom: Document['publishedFrom']
  readonly updated: Day | null
  readonly warnings: readonly DocumentWarning[]
}

/** Metadata and text that differ by more days than this are worth a warning. */
const FEW_DAYS = 3

/**
 * Settles the days of publication and of the last change. The text's own line of publication is the outlet's own word
 * and wins over metadata, which often holds the day somebody collected the page, unless it lies in the future or the
 * metadata fit the text much better (see `publicationDay`). A day of change stands in where nothing else is known, or
 * where a publication is said to be later than it; the day of a picture's caption where not even that is known.
 */
export const readDates = (
  content: string,
  zones: readonly Zone[],
  given: Pick<Document, 'published' | 'updated'>,
  lexicon: Lexicon,
  today: Day,
): PublicationDates => {
  const stated = dayIn(content, zones, 'date_line', lexicon)
  const changed = dayIn(content, zones, 'updated_line', lexicon)
  const past = stated !== null && stated <= today ? stated : null
  const refused = past !== null && !fits(past, given.published, content, lexicon)
  const own = refused ? null : past
  const updated = changed !== null && changed <= today ? changed : given.updated
  const later = given.published !== null && updated !== null && given.published > updated
  const stand = given.published === null || (later && !refused) ? updated : null
  const pictured =
    given.published === null && own === null && stand === null ? dayIn(content, zones, 'caption', lexicon) : null
  const fromText = own ?? stand ?? (pictured !== null && pictured <= today ? pictured : null)
  const published = fromText ?? given.published
  return {
    published,
    publishedFrom: fromText !== null ? 'text' : given.published === null ? null : 'metadata',
    updated,
    warnings: [
      ...warningsOf(given.published, past ?? stand ?? fromText, published),
      ...(published === null ? [UNDATED] : []),
      ...(own === null && given.published === null && stand !== null ? [UPDATED_ONLY] : []),
      ...(fromText !== null && fromText === pictured ? [CAPTION_ONLY] : []),
      ...(stated !== null && stated > today ? [inFuture(stated, today)] : []),
    ],
  }
}

const dayIn = (content: string, zones: readonly Zone[], kind: ZoneKind, lexicon: Lexicon): Day | null => {
  const { firstIn } = writtenDates(lexicon)
  for (const zone of zones) {
    const day = zone.kind === kind ? firstIn(content.slice(zone.start, zone.end)) : null
    if (day !== null) return day
  }
  return null
}

/** Whether the text's own day holds against that of its metadata. */
const fits = (stated: Day, given: Day | null, content: string, lexicon: Lexicon): boolean =>
  given === null ||
  stated === given ||
  publicationDay(stated, given, writtenDates(lexicon).bareWeekdaysIn(content)) === stated

const warningsOf = (given: Day | null, stated: Day | null, used: Day | null): readonly DocumentWarning[] => {
  if (given === null || stated === null) return []
  if (Math.abs(dayNumber(given) - dayNumber(stated)) <= FEW_DAYS) return []
  const day =
    used === given
      ? "the source's day is used, which fits the days that the text names better"
      : "the text's day is used"
  const text = `the source says it was published on ${given}, the text itself says ${stated}: ${day}`
  return [{ code: 'dates_differ', text }]
}

const UNDATED: DocumentWarning = {
  code: 'undated',
  text: 'no day of publication is known: "on Tuesday" and the like in it can\'t be resolved; give one in its metadata',
}

const UPDATED_ONLY: DocumentWarning = {
  code: 'updated_only',
  text: 'no day of publication is known: the day of its last change is used',
}

const CAPTION_ONLY: DocumentWarning = {
  code: 'caption_date_only',
  text: "no day of publication is known: the day that a picture's caption names is used",
}

const inFuture = (day: Day, today: Day): DocumentWarning => ({
  code: 'future_date',
  text: `the text says it was published on ${day}, which is after today (${today}): that day is not used`,
})
