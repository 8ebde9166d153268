import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClaimRecord, isCountRecord } from '@sijil/core/contract/claim-record.js'
import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshSijil } from './sijil.ts'
import { ROOT } from './tree.ts'

interface Range {
  readonly low: number | null
  readonly high: number | null
}
interface ExpectedIncident {
  readonly key: string
  readonly rollup?: boolean
  readonly place: string
  readonly precision?: number
  readonly from: string
  readonly to: string
  readonly killed?: Range
  readonly injured?: Range
  readonly missing?: Range
  readonly abducted?: Range
  readonly displaced?: Range
  readonly children?: Range
  readonly means?: readonly string[]
  readonly documents?: readonly string[]
  readonly origins?: number
  readonly partOf?: readonly string[]
  readonly check?: { readonly kind: string; readonly holds: boolean }
}
interface ExpectedDocument {
  readonly outlet?: string
  readonly published?: string
  readonly language?: string
  readonly copyOf: string | null
  readonly relation?: readonly string[]
}
interface Expected {
  readonly refused: readonly { readonly name: string; readonly line?: number }[]
  readonly documents: Readonly<Record<string, ExpectedDocument>>
  readonly incidents: readonly ExpectedIncident[]
  readonly tolls: readonly (Range & { readonly doc: string; readonly metric: string; readonly scope: string })[]
  readonly nothingToCount: readonly string[]
  readonly notYetCoded: readonly string[]
}

const expected = JSON.parse(readFileSync(join(ROOT, 'examples/expected.json'), 'utf8')) as Expected
/** What should come of the reports and does not yet, with the reason. */
const shortfalls = JSON.parse(readFileSync(join(ROOT, 'examples/shortfalls.json'), 'utf8')) as Readonly<
  Record<string, string>
>
const RANGES = ['killed', 'injured', 'missing', 'abducted', 'displaced', 'children'] as const

const sijil = freshSijil()
let report: IngestReport
let documents: readonly DocumentRecord[] = []
let incidents: readonly IncidentRecord[] = []
let claims: readonly ClaimRecord[] = []
let tolls: readonly ClaimRecord[] = []

beforeAll(() => {
  const imported = sijil.run('gazetteer', 'import', 'examples/gazetteer.csv')
  expect(imported.status, imported.stderr).toBe(0)
  const known = sijil.run('organisations', 'import', 'examples/organisations.csv')
  expect(known.status, known.stderr).toBe(0)
  const ingested = sijil.run('ingest', 'examples/reports', '--json')
  expect(ingested.status, ingested.stderr).toBe(1)
  report = JSON.parse(ingested.stdout) as IngestReport
  documents = sijil.lines('documents')
  incidents = sijil.lines('incidents')
  claims = sijil.lines('claims')
  tolls = sijil.lines('tolls')
}, 120_000)

afterAll(() => sijil.end())

const matching = (wanted: ExpectedIncident): readonly IncidentRecord[] =>
  incidents.filter(
    (incident) =>
      incident.kind === (wanted.rollup === true ? 'rollup' : 'incident') &&
      incident.place.name === wanted.place &&
      incident.from === wanted.from &&
      incident.to === wanted.to,
  )

const found = (wanted: ExpectedIncident): IncidentRecord => {
  const [incident, ...others] = matching(wanted)
  if (incident === undefined || others.length > 0)
    throw new Error(
      `${others.length > 0 ? 'more than one' : 'no'} ${wanted.key}: ${wanted.place}, ${wanted.from} to ${wanted.to}`,
    )
  return incident
}

const range = ({ low, high }: Range): Range => ({ low, high })

/** A test that must hold, or, where `shortfalls.json` names it, must still fail: what begins to hold has to be taken off that list. */
const holds = (name: string, body: () => void): void => {
  if (shortfalls[name] === undefined) test(name, body)
  else test.fails(`${name}: a known shortfall`, body)
}

describe('what the reports give', () => {
  test('two inputs are refused, by name and line, and nothing else is lost', () => {
    expect(report.refused).toBe(expected.refused.length)
    for (const { name, line } of expected.refused) {
      const refusal = report.refusals.find((one) => one.name.includes(name))
      expect(refusal, name).toBeDefined()
      if (line !== undefined) expect(`${refusal?.name} ${refusal?.at}`).toMatch(new RegExp(`\\b${line}\\b`))
      expect(refusal?.text.length, name).toBeGreaterThan(10)
    }
    expect(report.new).toBe(Object.keys(expected.documents).length)
  })

  for (const [doc, wanted] of Object.entries(expected.documents))
    holds(`the document ${doc}`, () => {
      const document = documents.find((one) => one.doc === doc)
      expect(document, 'the document').toBeDefined()
      if (wanted.outlet !== undefined) expect(document?.outlet).toBe(wanted.outlet)
      if (wanted.published !== undefined) expect(document?.published).toBe(wanted.published)
      if (wanted.language !== undefined) expect(document?.language).toBe(wanted.language)
      expect(document?.copy?.of ?? null).toBe(wanted.copyOf)
      if (wanted.relation !== undefined) expect(wanted.relation).toContain(document?.copy?.relation)
    })

  for (const wanted of expected.incidents)
    holds(`the incident ${wanted.key}`, () => {
      const incident = found(wanted)
      for (const name of RANGES) {
        const bounds = wanted[name]
        if (bounds !== undefined) expect(range(incident[name]), name).toEqual(bounds)
      }
      if (wanted.precision !== undefined) expect(incident.place.precision).toBe(wanted.precision)
      if (wanted.means !== undefined) expect(incident.means).toEqual(wanted.means)
      if (wanted.documents !== undefined) expect([...incident.documents].sort()).toEqual([...wanted.documents].sort())
      if (wanted.origins !== undefined) expect(incident.origins).toBe(wanted.origins)
      if (wanted.check !== undefined)
        expect(incident.checks.map(({ kind, holds }) => ({ kind, holds }))).toContainEqual(wanted.check)
      if (wanted.partOf !== undefined) {
        const parents = expected.incidents
          .filter((other) => wanted.partOf?.includes(other.key))
          .map((other) => found(other).id)
        expect([...incident.partOf].sort()).toEqual(parents.sort())
      }
    })

  holds('there is no incident besides those', () => {
    const known = new Set(expected.incidents.flatMap((wanted) => matching(wanted).map((incident) => incident.id)))
    const others = incidents.filter((incident) => !known.has(incident.id))
    expect(
      others.map(({ place, from, killed, documents: of }) => ({ place: place.text, from, killed: range(killed), of })),
    ).toEqual([])
  })

  holds('tolls, forecasts and denials are kept, and kept apart', () => {
    const kept = tolls
      .filter(isCountRecord)
      .map(({ doc, metric, low, high, scope }) => ({ doc, metric, low, high, scope }))
    for (const toll of expected.tolls) expect(kept).toContainEqual(toll)
    const apart = new Set(tolls.map((toll) => toll.id))
    expect(incidents.flatMap((incident) => incident.claims.filter((claim) => apart.has(claim)))).toEqual([])
  })

  test.for([...expected.nothingToCount, ...expected.notYetCoded])('%s gives no claim', (doc) => {
    expect(claims.filter((claim) => claim.doc === doc)).toEqual([])
  })

  test.for(expected.notYetCoded)('%s is said to be not yet coded', (doc) => {
    expect(documents.find((one) => one.doc === doc)?.warnings.length).toBeGreaterThan(0)
  })

  test('the same reports again are a no-op', () => {
    const again = JSON.parse(sijil.run('ingest', 'examples/reports', '--json').stdout) as IngestReport
    expect({ new: again.new, known: again.known }).toEqual({ new: 0, known: Object.keys(expected.documents).length })
    expect(sijil.lines<IncidentRecord>('incidents')).toEqual(incidents)
  })

  test('no clutter, head or menu becomes a claim', () => {
    expect(
      claims
        .filter((claim) => /ferry|storm|holidays|Invented|40,000|5,100/.test(claim.quote))
        .map(({ quote }) => quote),
    ).toEqual([])
  })
})
