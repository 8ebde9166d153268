import type { IncidentDossier } from '../contract/incident-dossier.ts'
import { asCheck } from '../model/check.ts'
import type { ClaimId, CountClaim, SourceMention } from '../model/claim.ts'
import type { Document, DocumentId, TextId } from '../model/document.ts'
import type { Figure, Incident, MetricFigures } from '../model/incident.ts'
import { timeRange } from '../model/time-range.ts'
import type { DocumentText } from '../pipeline/layers.ts'

/** A document of invented words, published on 2024-03-13 unless told otherwise. */
export const sampleDocument = (doc: string, content: string, more: Partial<Document> = {}): DocumentText => {
  const text = `text-of-${doc}` as TextId
  return {
    text: { id: text, content },
    document: {
      kind: 'document',
      id: `id-of-${doc}` as DocumentId,
      text,
      doc,
      outlet: 'Zarimand Post',
      agency: null,
      url: null,
      title: null,
      published: '2024-03-13',
      publishedFrom: 'metadata',
      updated: null,
      language: 'en',
      mediaType: 'text/plain',
      rawSha256: 'f'.repeat(64),
      zones: [],
      warnings: [],
      supersedes: null,
      ...more,
    },
  }
}

/** A claim on `quote`, which must stand in the document. */
export const sampleClaim = (
  { document, text }: DocumentText,
  quote: string,
  low: number | null,
  more: Partial<CountClaim> = {},
): CountClaim => {
  const start = text.content.indexOf(quote)
  if (start < 0) throw new RangeError(`${document.doc} has no ${JSON.stringify(quote)}`)
  return {
    kind: 'casualty',
    id: `claim-${document.doc}-${start}` as ClaimId,
    document: document.id,
    start,
    end: start + quote.length,
    quote,
    places: [],
    time: timeRange('2024-03-12', '2024-03-12'),
    means: 'shelling',
    actors: [],
    sources: [],
    slots: { count: { certainty: 'stated', confidence: 0.9 } },
    confidence: 0.9,
    rule: 'number-then-verb',
    maker: { by: 'extract', version: '1' },
    metric: 'killed',
    count: { low, high: low, hedge: 'exact', vague: null, unit: 'person', each: false },
    status: 'civilian',
    groups: {},
    scope: 'incident',
    partOf: null,
    relation: null,
    restates: null,
    ...more,
  }
}

/** Somebody named in a document as the source of a claim. */
export const sampleSource = ({ text }: DocumentText, name: string, type: SourceMention['type']): SourceMention => {
  const start = text.content.indexOf(name)
  return { start, end: start + name.length, text: name, certainty: 'stated', type }
}

/** A figure that one or more claims set. */
export const sampleFigure = (
  low: number | null,
  high: number | null,
  best: number | null,
  by: readonly ClaimId[] = [],
): Figure => ({ low, high, best, lowBy: by, highBy: by, bestBy: by, why: 'the lowest and the highest of the origins' })

const NO_FIGURE = sampleFigure(null, null, null)

/** All figures of a metric, the victims being civilians. */
export const sampleFigures = (all: Figure): MetricFigures => ({
  all,
  civilians: all,
  combatants: NO_FIGURE,
  unknown: NO_FIGURE,
})

/** An incident in an invented town, with nobody hurt unless told otherwise. */
export const sampleIncident = (code: string, more: Partial<Incident> = {}): Incident => ({
  kind: 'incident',
  code,
  time: timeRange('2024-03-12', '2024-03-12'),
  place: {
    kind: 'place',
    text: 'Sarmuk',
    name: 'Sarmuq',
    lat: -49.25,
    lon: -123.5,
    precision: 1,
    radius: 1500,
    country: 'XS',
    admin1: 'Nahrassa Province',
    pcode: null,
    gazetteerId: 'zarimand:1',
    gazetteer: 'zarimand 1',
    runnersUp: [],
  },
  placeText: 'Sarmuk',
  figures: {},
  groups: {},
  means: ['shelling'],
  actors: [],
  claims: [],
  documents: [],
  origins: [],
  grade: 'weak',
  counted: 0,
  confirmation: 'pending',
  partOf: [],
  checks: [],
  reviews: [],
  judgements: [],
  overruled: [],
  ...more,
})

/** An incident of two origins in three documents, with a roll-up over it, a check that holds and a contradiction. */
export const sampleDossier = (): IncidentDossier => {
  const first = sampleDocument(
    'a.txt',
    'Shells hit Sarmuk on Tuesday. Eight people, two of them children, were killed, Lamis Dorvan of the civil defence said.\nMore follows.',
  )
  const second = sampleDocument('b.txt', 'Nine people were killed in Sarmuk, the town hospital told reporters.', {
    outlet: '=Halsaq Herald',
    url: 'https://halsaq.invalid/9',
    published: '2024-03-14',
  })
  const copy = sampleDocument('c.txt', 'Eight people, two of them children, were killed.', { published: '2024-03-15' })
  const eight = sampleClaim(first, 'Eight people, two of them children, were killed', 8, {
    groups: { children: { low: 2, high: 2 } },
    sources: [sampleSource(first, 'Lamis Dorvan', 'civil_defence')],
    actors: [{ start: 0, end: 6, text: 'Lamis Dorvan’s men', certainty: 'implied' }],
  })
  const nine = sampleClaim(second, 'Nine people were killed', 9, {
    sources: [sampleSource(second, 'the town hospital', 'hospital')],
  })
  const again = sampleClaim(copy, 'Eight people, two of them children, were killed', 8)
  const claims = [eight, nine, again]
  const killed = { ...sampleFigure(8, 9, 8), lowBy: [eight.id], highBy: [nine.id], bestBy: [eight.id] }
  const rollup = sampleIncident('ZR-2', {
    kind: 'rollup',
    figures: { killed: sampleFigures(sampleFigure(12, null, 12)) },
  })
  const incident = sampleIncident('ZR-1', {
    figures: { killed: sampleFigures(killed) },
    groups: { children: sampleFigure(2, 2, 2, [eight.id]) },
    actors: ['Lamis Dorvan’s men'],
    claims: claims.map(({ id }) => id),
    documents: [first, second, copy].map(({ document }) => document.id),
    origins: [
      {
        key: 'civil-defence',
        name: 'civil defence',
        type: 'civil_defence',
        claims: [eight.id, again.id],
        documents: [first.document.id, copy.document.id],
      },
      {
        key: 'hospital',
        name: 'the town hospital',
        type: 'hospital',
        claims: [nine.id],
        documents: [second.document.id],
      },
    ],
    grade: 'fair',
    counted: 2,
    confirmation: 'disputed',
    partOf: ['ZR-2'],
    checks: [
      asCheck({ kind: 'breakdown', holds: true, text: '8 = 6 + 2', claims: [eight.id] }, 'ZR-1'),
      asCheck(
        {
          kind: 'origins',
          holds: false,
          text: 'Lamis Dorvan says 8, the town hospital says 9',
          claims: [eight.id, nine.id],
        },
        'ZR-1',
      ),
    ],
  })
  return {
    incident,
    claims,
    documents: [first, second, copy],
    copies: [
      {
        document: copy.document.id,
        of: first.document.id,
        relation: 'abridged',
        containment: 0.97,
        why: 'published later',
      },
    ],
    witnesses: new Map([
      [eight.id, first.document.id],
      [nine.id, second.document.id],
      [again.id, first.document.id],
    ]),
    shares: new Map(claims.map((claim) => [claim.id, [{ id: 'ZR-1', low: claim.count.low, high: claim.count.high }]])),
    rollups: [rollup],
    parts: [],
  }
}
