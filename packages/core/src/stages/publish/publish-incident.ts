import { GRADE_MEANINGS } from '../../contract/grade-meanings.ts'
import type { IncidentDossier } from '../../contract/incident-dossier.ts'
import { type IncidentRecord, toIncidentRecord } from '../../contract/incident-record.ts'
import type { PublishedIncident, PublishedQuote, PublishedSource } from '../../contract/published-incident.ts'
import { sentenceAround } from '../../contract/sentence-around.ts'
import { type Claim, SOURCE_TYPES } from '../../model/claim.ts'
import type { DocumentId } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentText } from '../../pipeline/layers.ts'
import { MASK, maskerOf, maskSpans } from './mask-names.ts'

/** Where persons are named in a document's text; null where that can't be told (a language that Sijil doesn't read). */
export type NamesIn = (text: DocumentText) => readonly Span[] | null

/** What stands for a quote in which names can't be told from other words. */
export const WITHHELD = '[withheld: names cannot be told apart in this language]'

type Names = ReadonlyMap<DocumentId, readonly Span[] | null>

/** How an incident leaves the house. */
export interface PublishOptions {
  /** Leave persons' names as they stand. Off unless asked for by somebody with the right to it. */
  readonly withNames: boolean
  readonly namesIn: NamesIn
}

/** An incident for an export: the record, its sources by type, and the sentences that its claims stand in. */
export const publishIncident = (dossier: IncidentDossier, options: PublishOptions): PublishedIncident => {
  const names: Names = options.withNames ? new Map() : namesOf(dossier, options.namesIn)
  const mask = maskerOf(wordsOf(dossier, names))
  const record = toIncidentRecord(
    dossier.incident,
    new Map(dossier.documents.map(({ document }) => [document.id, document.doc])),
  )
  return {
    ...(options.withNames ? record : masked(record, mask)),
    gradeMeaning: GRADE_MEANINGS[dossier.incident.grade],
    sources: sourcesOf(dossier.claims, options.withNames),
    quotes: quotesOf(dossier, names, mask),
  }
}

const namesOf = (dossier: IncidentDossier, namesIn: NamesIn): Names =>
  new Map(dossier.documents.map((text) => [text.document.id, namesIn(text)]))

const wordsOf = (dossier: IncidentDossier, names: Names): readonly string[] =>
  dossier.documents.flatMap(({ document, text }) =>
    (names.get(document.id) ?? []).map(({ start, end }) => text.content.slice(start, end)),
  )

/**
 * The record's own free texts can hold a name too: who did it, the words of a check, and what the machine had where people
 * decided. Who decided, and their reasons, stay in the house: a coder can be endangered as a witness can.
 */
const masked = (record: IncidentRecord, mask: (text: string) => string): IncidentRecord => ({
  ...record,
  actors: record.actors.map(mask),
  checks: record.checks.map((check) => ({
    ...check,
    text: mask(check.text),
    review: check.review === null ? null : { ...check.review, by: MASK, reason: MASK },
  })),
  overruled: record.overruled.map((one) => ({ ...one, machine: null })),
})

const sourcesOf = (claims: readonly Claim[], withNames: boolean): PublishedSource[] =>
  SOURCE_TYPES.flatMap((type) => {
    const naming = claims.filter(({ sources }) => sources.some((source) => source.type === type))
    if (naming.length === 0) return []
    const said = naming.flatMap(({ sources }) => sources.filter((source) => source.type === type))
    const names = [...new Set(said.map(({ text }) => text))]
    return [{ type, claims: naming.length, ...(withNames ? { names } : {}) }]
  })

const quotesOf = (dossier: IncidentDossier, names: Names, mask: (text: string) => string): PublishedQuote[] => {
  const texts = new Map(dossier.documents.map((text) => [text.document.id, text]))
  return dossier.claims.flatMap((claim) => {
    const text = texts.get(claim.document)
    const spans = names.get(claim.document)
    return text === undefined ? [] : [quoteOf(claim, text, spans === undefined ? [] : spans, mask)]
  })
}

const quoteOf = (
  claim: Claim,
  { document, text }: DocumentText,
  names: readonly Span[] | null,
  mask: (text: string) => string,
): PublishedQuote => ({
  claim: claim.id,
  doc: document.doc,
  outlet: document.outlet,
  published: document.published,
  url: document.url,
  start: claim.start,
  end: claim.end,
  text: names === null ? WITHHELD : mask(maskSpans(text.content, sentenceAround(text.content, claim), names)),
})
