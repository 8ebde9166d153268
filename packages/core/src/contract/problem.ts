/**
 * What stands in the way, seen from the user's side:
 * `misuse` asked for in a way that can't be done · `missing` names something that isn't there · `refused` an input that
 * can't be read · `store` the store can't be used · `denied` not for whoever asks · `conflict` somebody else
 * wrote meanwhile · `limit` too much or too often.
 */
export type ProblemKind = 'misuse' | 'missing' | 'refused' | 'store' | 'denied' | 'conflict' | 'limit'

/** A problem that a person can mend: what was wrong, where, what to do. */
export interface ProblemText {
  readonly kind: ProblemKind
  /** Stable, kebab-case; for programs. */
  readonly code: string
  readonly what: string
  /** The file, line, folder, option or code that is meant; null when `what` says it all. */
  readonly where?: string | null
  /** What to do about it. */
  readonly mend: string
  /** What a program needs to go on: both versions of a conflict, how long to wait. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** The one error that callers show to users. Whatever else is thrown is a fault of Sijil's own. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly code: string
  readonly what: string
  readonly where: string | null
  readonly mend: string
  readonly details: Readonly<Record<string, unknown>> | null

  constructor(text: ProblemText, options?: { readonly cause?: unknown }) {
    super([text.what, text.where].filter(Boolean).join(': '), options)
    this.name = 'Problem'
    this.kind = text.kind
    this.code = text.code
    this.what = text.what
    this.where = text.where ?? null
    this.mend = text.mend
    this.details = text.details ?? null
  }
}
