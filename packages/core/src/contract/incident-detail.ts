import { z } from 'zod'
import { type Claim, GROUPS, METRICS } from '../model/claim.ts'
import { CONFIRMATION_MEANINGS } from '../model/confirmation.ts'
import { COPY_KINDS } from '../model/copy.ts'
import type { Document, DocumentId } from '../model/document.ts'
import type { Incident, Origin } from '../model/incident.ts'
import { isOn } from '../model/judgement.ts'
import type { DocumentText } from '../pipeline/layers.ts'
import { claimRecordSchema, toClaimRecord } from './claim-record.ts'
import { GRADE_MEANINGS, WHAT_THE_NUMBERS_ARE } from './grade-meanings.ts'
import type { IncidentDossier } from './incident-dossier.ts'
import { type DocumentNames, incidentRecordSchema, toIncidentRecord } from './incident-record.ts'
import { figureReasonSchema, toFigureReason } from './range-record.ts'
import { reviewRecordSchema, toReviewRecord } from './review-record.ts'
import { sentenceAround } from './sentence-around.ts'

const citedDocumentSchema = z.object({
  doc: z.string(),
  id: z.string(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  published: z.iso.date().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  copy: z.object({ relation: z.enum(COPY_KINDS), of: z.string() }).nullable(),
})

/** One claim, quoted in its sentence, with the document it stands in and the origin it counts for. */
const evidenceSchema = z.object({
  claim: claimRecordSchema,
  document: citedDocumentSchema,
  sentence: z.object({
    text: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    mark: z.tuple([z.number().int(), z.number().int()]).describe('Where the passage begins and ends in text.'),
  }),
  origin: z
    .string()
    .nullable()
    .describe('The key of its origin; null when it votes for none (a restatement, an event told without a number).'),
  repeats: z
    .string()
    .nullable()
    .describe('The document whose words it repeats, followed to the first; null when it is new in its document.'),
})
export type EvidenceRecord = z.infer<typeof evidenceSchema>

const originSchema = z.object({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  claims: z.array(z.string()),
  documents: z.array(z.string()),
})
export type OriginRecord = z.infer<typeof originSchema>

const reasonsSchema = z.object({
  all: figureReasonSchema,
  civilians: figureReasonSchema,
  combatants: figureReasonSchema,
  unknown: figureReasonSchema,
})

/** An incident named by another one: enough to tell which it is. */
const incidentSummarySchema = incidentRecordSchema.pick({
  id: true,
  kind: true,
  from: true,
  to: true,
  place: true,
  killed: true,
  injured: true,
  reported: true,
})
export type IncidentSummary = z.infer<typeof incidentSummarySchema>

/** Everything about one incident: the record, why each figure is what it is, and every claim behind it. */
export const incidentDetailSchema = incidentRecordSchema.extend({
  about: z.string(),
  gradeMeaning: z.string(),
  figures: z.partialRecord(z.enum(METRICS), reasonsSchema),
  groupFigures: z.partialRecord(z.enum(GROUPS), figureReasonSchema),
  evidence: z.array(evidenceSchema),
  originList: z.array(originSchema),
  rollups: z
    .array(incidentSummarySchema)
    .describe('The roll-ups it stands under, and, for a roll-up, the incidents it sums.'),
  parts: z.array(incidentSummarySchema),
  confirmationMeaning: z.string(),
  reviewList: z.array(reviewRecordSchema).describe('What people decided about it, its checks and its claims.'),
})
export type IncidentDetail = z.infer<typeof incidentDetailSchema>

/** The detail of an incident from all that stands behind it. Claims whose document is not in the dossier are left out. */
export const toIncidentDetail = (dossier: IncidentDossier): IncidentDetail => {
  const { incident } = dossier
  const names: DocumentNames = new Map([
    ...(dossier.names ?? []),
    ...dossier.documents.map(({ document }) => [document.id, document.doc] as const),
  ])
  return {
    ...toIncidentRecord(incident, names),
    about: WHAT_THE_NUMBERS_ARE,
    gradeMeaning: GRADE_MEANINGS[incident.grade],
    figures: figureReasons(incident),
    groupFigures: groupReasons(incident),
    evidence: evidenceOf(dossier, names),
    originList: incident.origins.map((origin) => toOriginRecord(origin, names)),
    rollups: dossier.rollups.map(toSummary),
    parts: dossier.parts.map(toSummary),
    confirmationMeaning: CONFIRMATION_MEANINGS[incident.confirmation],
    reviewList: (dossier.reviews ?? []).map(toReviewRecord),
  }
}

const toSummary = (incident: Incident): IncidentSummary => {
  const { id, kind, from, to, place, killed, injured, reported } = toIncidentRecord(incident, new Map())
  return { id, kind, from, to, place, killed, injured, reported }
}

const figureReasons = (incident: Incident): IncidentDetail['figures'] => {
  const reasons: IncidentDetail['figures'] = {}
  for (const metric of METRICS) {
    const figures = incident.figures[metric]
    if (figures === undefined) continue
    reasons[metric] = {
      all: toFigureReason(figures.all),
      civilians: toFigureReason(figures.civilians),
      combatants: toFigureReason(figures.combatants),
      unknown: toFigureReason(figures.unknown),
    }
  }
  return reasons
}

const groupReasons = (incident: Incident): IncidentDetail['groupFigures'] => {
  const reasons: IncidentDetail['groupFigures'] = {}
  for (const group of GROUPS) {
    const figure = incident.groups[group]
    if (figure !== undefined) reasons[group] = toFigureReason(figure)
  }
  return reasons
}

const toOriginRecord = (origin: Origin, names: DocumentNames): OriginRecord => ({
  key: origin.key,
  name: origin.name,
  type: origin.type,
  claims: [...origin.claims],
  documents: origin.documents.map((id) => names.get(id) ?? id),
})

/** The evidence in the order in which it came out: by day of publication, then document, then place in the text. */
const evidenceOf = (dossier: IncidentDossier, names: DocumentNames): EvidenceRecord[] => {
  const texts = new Map(dossier.documents.map((text) => [text.document.id, text]))
  const originOf = new Map(dossier.incident.origins.flatMap(({ key, claims }) => claims.map((claim) => [claim, key])))
  return dossier.claims
    .flatMap((claim) => {
      const text = texts.get(claim.document)
      return text === undefined ? [] : [{ claim, text }]
    })
    .sort(byPublication)
    .map(({ claim, text }) => ({
      claim: toClaimRecord(claim, {
        doc: text.document.doc,
        incidents: dossier.shares.get(claim.id) ?? [],
        ...(dossier.reviews === undefined ? {} : { reviews: dossier.reviews.filter(({ on }) => on === claim.id) }),
        judgements: (dossier.judgements ?? []).filter((judgement) => isOn(judgement, claim.id)),
      }),
      document: citation(text.document, dossier, names),
      sentence: quoted(text, claim),
      origin: originOf.get(claim.id) ?? null,
      repeats: repeatedBy(claim, dossier, names),
    }))
}

const repeatedBy = (claim: Claim, { witnesses }: IncidentDossier, names: DocumentNames): string | null => {
  const witness = witnesses?.get(claim.id) ?? claim.document
  return witness === claim.document ? null : nameOf(witness, names)
}

const byPublication = (a: { claim: Claim; text: DocumentText }, b: { claim: Claim; text: DocumentText }): number =>
  compare(a.text.document.published ?? '9999', b.text.document.published ?? '9999') ||
  compare(a.text.document.doc, b.text.document.doc) ||
  compare(a.claim.document, b.claim.document) ||
  a.claim.start - b.claim.start ||
  compare(a.claim.id, b.claim.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const quoted = (text: DocumentText, claim: Claim): EvidenceRecord['sentence'] => {
  const { text: words, start, end, mark } = sentenceAround(text.text.content, claim)
  return { text: words, start, end, mark: [mark[0], mark[1]] }
}

const citation = (document: Document, dossier: IncidentDossier, names: DocumentNames): EvidenceRecord['document'] => {
  const copy = dossier.copies.find((relation) => relation.document === document.id)
  return {
    doc: document.doc,
    id: document.id,
    outlet: document.outlet,
    agency: document.agency,
    published: document.published,
    title: document.title,
    url: document.url,
    copy: copy === undefined ? null : { relation: copy.relation, of: nameOf(copy.of, names) },
  }
}

const nameOf = (id: DocumentId, names: DocumentNames): string => names.get(id) ?? id
