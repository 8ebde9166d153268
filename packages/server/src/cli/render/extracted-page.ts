import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Claim } from '@sijil/core/model/claim.js'
import type { Document } from '@sijil/core/model/document.js'
import { claimsTable } from './claims-table.ts'
import type { Look } from './look.ts'
import { isolated, printable } from './printable.ts'

/** What was read in a document, to be read by people: what it is, and its claims below. */
export const extractedPage = (
  { document, claims }: { readonly document: Document; readonly claims: readonly Claim[] },
  look: Look,
): string => {
  const { paint } = look
  const known = [document.outlet, document.published ?? 'undated', document.language ?? 'language unknown']
  const head = `${paint.strong(isolated(printable(document.doc)))}  ${paint.faint(known.filter((part) => part !== null).join(' · '))}`
  const notes = document.warnings.map(({ text }) => `${paint.bad('!')} ${printable(text)}`)
  // The document stands in the heading, so its column has nothing to say.
  const records = claims.map((claim) => toClaimRecord(claim, { doc: '' }))
  return `${[head, ...notes].join('\n')}\n${claimsTable(records, look)}\n`
}
