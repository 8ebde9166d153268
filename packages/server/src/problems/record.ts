import { Problem } from '@sijil/core/contract/problem.js'
import type { Refusal } from '@sijil/core/pipeline/layers.js'

/*
 * The catalogue of problems: what is asked of the record and cannot be given or done. One function each; codes are stable and
 * never reused.
 */

/** Something asked for that is not there. */
const missing = (code: string, what: string, mend: string): Problem =>
  new Problem({ kind: 'missing', code, what, mend })

export const interrupted = (): Problem =>
  new Problem({
    kind: 'refused',
    code: 'interrupted',
    what: 'the import was interrupted; what was acknowledged is kept',
    mend: 'run the same command again: it goes on where it stopped',
  })

export const unknownIncident = (code: string): Problem =>
  missing('unknown-incident', `no incident has the code ${code}`, '`sijil incidents` lists the codes')

export const nothingKnownYet = (code: string, day: string): Problem =>
  missing(
    'nothing-known-yet',
    `no document published by ${day} tells of ${code}`,
    `\`sijil history ${code}\` shows since when it is told of`,
  )

export const unknownDocument = (doc: string): Problem =>
  missing('unknown-document', `no document is called ${doc}`, '`sijil documents` lists the names')

export const unknownImport = (id: number): Problem =>
  missing('unknown-import', `there was no import ${id}`, '`sijil imports` lists them')

export const unknownJudgement = (id: string): Problem =>
  missing('unknown-judgement', `there is no judgement ${id}`, '`sijil judgements` lists them')

export const unknownReview = (id: string): Problem =>
  missing('unknown-review', `there is no review ${id}`, '`sijil reviews` lists them')

export const unknownClaim = (id: string): Problem =>
  missing('unknown-claim', `there is no claim ${id}`, '`sijil claims` lists the ids')

export const unknownCheck = (id: string): Problem =>
  missing('unknown-check', `there is no check ${id}: what it checked may have changed`, '`sijil checks` lists them')

export const rejectedIncident = (
  code: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Problem =>
  missing(
    'rejected-incident',
    `all claims of ${code} were rejected by ${by}: ${reason}`,
    '`sijil reviews` lists the reviews; one that is withdrawn brings its claim back',
  )

export const cannotReview = (field: string, why: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'cannot-review',
    what: `${field} cannot be decided so: ${why}`,
    mend: '`sijil review --help` lists the fields and their values',
  })

export const ambiguousDocument = (name: string, ids: readonly string[]): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'ambiguous-document',
    what: `${ids.length} documents are called ${name}`,
    mend: `name one by its content id: ${ids.slice(0, 5).join(', ')}`,
  })

export const noSuchPassage = (doc: string, passage: string, why: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'no-such-passage',
    what: `${passage} ${why}`,
    where: doc,
    mend: 'give the passage as it stands there, or its offsets',
  })

/** Somebody decided meanwhile: both versions, and what was decided since. */
export const staleVersion = (what: string, seen: string, now: string, reviews: readonly object[]): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'stale-version',
    what: `${what} has changed since it was read: ${seen} was seen, ${now} stands`,
    mend: 'look at it again and decide on what it says now',
    details: { seen, now, reviews },
  })

export const organisationsNotRead = (file: string, why: string, cause?: unknown): Problem =>
  new Problem(
    {
      kind: 'refused',
      code: 'organisations-not-read',
      what: `no organisations can be read: ${why}`,
      where: file,
      mend: 'give a table in UTF-8 with a header: name, and as far as known key, type, party, aliases (parted by |)',
    },
    { cause },
  )

export const noSuchOrganisations = (name: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'no-such-organisations',
    what: 'no imported table of organisations has this name',
    where: name,
    mend: '`sijil organisations list` shows the names; those that Sijil brings cannot be removed',
  })

export const nothingOfThatName = (name: string): Problem =>
  missing(
    'unknown-side',
    `${name} is neither an incident's code nor a claim's id`,
    '`sijil incidents` lists the codes, `sijil claims` the ids',
  )

export const nothingToSplit = (code: string, why: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'nothing-to-split',
    what: `${code} cannot be split so: ${why}`,
    mend: `\`sijil incident ${code}\` lists its claims`,
  })

export const nothingToRetry = (id: number): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'nothing-to-retry',
    what: `import ${id} read standard input, which is gone`,
    mend: 'pipe it into `sijil ingest -` again',
  })

export const badCursor = (after: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'bad-cursor',
    what: 'that is no place in this listing',
    where: after.length > 60 ? `${after.slice(0, 60)}…` : after,
    mend: 'give the `next` of the page before as it is, with the same order; or begin without one',
  })

export const textNotRead = ({ code, text }: Refusal): Problem =>
  new Problem({
    kind: 'refused',
    code,
    what: `the text cannot be read: ${text}`,
    mend: 'give the words of a report',
  })
