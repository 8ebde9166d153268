import { z } from 'zod'
import { checkRowSchema } from './check-record.ts'
import { claimRecordSchema } from './claim-record.ts'
import { comparisonRecordSchema } from './comparison-record.ts'
import { documentRecordSchema } from './document-record.ts'
import { historyRecordSchema } from './history-record.ts'
import { importRecordSchema, importWithFilesSchema } from './import-record.ts'
import { incidentDetailSchema } from './incident-detail.ts'
import { incidentRecordSchema } from './incident-record.ts'
import { ingestReportSchema } from './ingest-report.ts'
import { judgementRecordSchema } from './judgement-record.ts'
import { organisationListSchema } from './organisation-record.ts'
import { placeRecordSchema } from './place-record.ts'
import { reviewRecordSchema } from './review-record.ts'
import { statusRecordSchema } from './status-record.ts'
import { tollRecordSchema } from './toll-record.ts'

/** Every shape that a command prints with --json, under the command that prints it. */
export const SHAPES: readonly (readonly [title: string, schema: z.ZodType])[] = [
  ['sijil incidents', incidentRecordSchema],
  ['sijil incident', incidentDetailSchema],
  ['sijil claims, sijil extract', claimRecordSchema],
  ['sijil tolls', tollRecordSchema],
  ['sijil documents', documentRecordSchema],
  ['sijil locate: a place', placeRecordSchema],
  ['sijil compare', comparisonRecordSchema],
  ['sijil history', historyRecordSchema],
  ['sijil ingest', ingestReportSchema],
  ['sijil imports', importRecordSchema],
  ['sijil imports show', importWithFilesSchema],
  ['sijil judgements', judgementRecordSchema],
  ['sijil status', statusRecordSchema],
  ['sijil reviews', reviewRecordSchema],
  ['sijil checks', checkRowSchema],
  ['sijil organisations list', organisationListSchema],
]

/** The page `docs/json.md`: the shapes of --json, field by field. */
export const shapesPage = (): string =>
  [
    '# The shapes of --json',
    '',
    'Commands print one JSON object a line. These shapes are stable: fields may be added, none is renamed or taken away.',
    'All numbers are of people **as reported**: ranges of reports, not of deaths. In a range, `high: null` is open ("at',
    'least 12"), and both bounds null means that no number was reported.',
    '',
    ...SHAPES.flatMap(([title, schema]) => section(title, schema)),
  ].join('\n')

/** As much of JSON Schema as these shapes need. */
interface Json {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
  readonly allOf?: readonly Json[]
  readonly items?: Json
  readonly prefixItems?: readonly Json[]
  readonly properties?: Readonly<Record<string, Json>>
  readonly additionalProperties?: Json | boolean
  readonly propertyNames?: Json
}

const section = (title: string, schema: z.ZodType): readonly string[] => {
  const json = z.toJSONSchema(schema) as Json
  const rows = fieldsOf(json).map(
    ([name, field]) => `| ${name} | ${cell(typeOf(field))} | ${cell(field.description ?? '')} |`,
  )
  return [`## ${title}`, '', '| field | type | holds |', '|---|---|---|', ...rows, '']
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The fields of an object; of several alternatives or parts, all of them, each once. */
const fieldsOf = (json: Json): readonly (readonly [string, Json])[] => {
  const parts = json.allOf ?? json.oneOf ?? json.anyOf
  if (parts === undefined) return Object.entries(json.properties ?? {})
  const fields = new Map<string, Json>()
  for (const [name, field] of parts.flatMap(fieldsOf)) {
    const known = fields.get(name)
    fields.set(
      name,
      known?.enum === undefined
        ? (known ?? field)
        : { ...known, enum: [...new Set([...known.enum, ...(field.enum ?? [])])] },
    )
  }
  return [...fields]
}

const typeOf = (json: Json): string => {
  const options = json.anyOf ?? json.oneOf
  if (options !== undefined) return [...new Set(options.map(typeOf))].join(' or ')
  if (json.enum !== undefined) return json.enum.map((value) => `\`${value}\``).join(' · ')
  if (json.const !== undefined) return `\`${json.const}\``
  if (json.prefixItems !== undefined) return `[${json.prefixItems.map(typeOf).join(', ')}]`
  if (json.type === 'array') return `list of ${json.items === undefined ? 'anything' : typeOf(json.items)}`
  if (json.properties !== undefined) return `{${Object.keys(json.properties).join(', ')}}`
  if (typeof json.additionalProperties === 'object') return `object of ${typeOf(json.additionalProperties)}`
  return [json.type ?? 'anything'].flat().join(' or ')
}
