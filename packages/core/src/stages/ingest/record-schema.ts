import { z } from 'zod'
import { type Day, isDay } from '../../model/time-range.ts'
import type { Fault } from './refuse.ts'
import { bareRecord, type SourceRecord } from './source-record.ts'

const text = z.string({ error: 'must be text in quotes' })
const optional = z
  .union([text, z.null()], { error: 'must be text in quotes, or null' })
  .optional()
  .transform((value) => (value === undefined || value === null || value.trim() === '' ? null : value.trim()))

/** The day of an ISO date or instant (in its own time zone), or of `2020/01/21`; null for anything else. */
export const dayFrom = (value: string): Day | null => {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(value.trim())
  const day = match === null ? null : [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].join('-')
  return isDay(day) ? day : null
}

const day = optional.transform((value, context): Day | null => {
  if (value === null) return null
  const found = dayFrom(value)
  if (found === null) context.addIssue({ code: 'custom', message: 'must be a day such as "2020-01-21", or null' })
  return found
})

/** A document as JSON lines and CSV rows carry it. Fields that Sijil does not know are let pass. */
export const recordSchema = z.object({
  text,
  doc: z.union([text, z.number().transform(String), z.null()], { error: 'must be text in quotes' }).optional(),
  published: day,
  updated: day,
  outlet: optional,
  agency: optional,
  url: optional,
  title: optional,
  language: optional,
})

/** Checks one value that claims to be a document. `name` is used where it has no `doc` of its own. */
export const recordFrom = (value: unknown, name: string, bytes: Uint8Array): SourceRecord | Fault => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NOT_AN_OBJECT
  const parsed = recordSchema.safeParse(value)
  if (!parsed.success) return { code: 'wrong_field', text: parsed.error.issues.map(issueText(value)).join('; ') }
  const { doc, ...fields } = parsed.data
  const given = doc?.trim() ?? ''
  return { ...bareRecord(given === '' ? name : given, fields.text, bytes), ...fields }
}

const NOT_AN_OBJECT: Fault = {
  code: 'not_a_document',
  text: 'a document must be a JSON object such as {"doc": "a1", "published": "2020-01-21", "outlet": "…", "url": "…", "text": "…"}',
}

const issueText =
  (value: object) =>
  (issue: z.core.$ZodIssue): string => {
    const field = issue.path.join('.')
    const got = Object.entries(value).find(([key]) => key === field)?.[1] as unknown
    if (got === undefined) return `"${field}" is missing: every document needs it`
    return `"${field}" ${issue.message}, but is ${JSON.stringify(got).slice(0, 60)}`
  }
