import type { ClaimRecord, CountClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { CodedValues, GivenAnswer } from '@sijil/core/contract/coding-record.js'

const EMPTY: CountClaimRecord = {
  kind: 'casualty',
  doc: '',
  id: '',
  start: 0,
  end: 0,
  quote: '',
  places: [],
  from: null,
  to: null,
  means: null,
  actors: [],
  sources: [],
  attribution: [],
  incidents: [],
  confidence: 1,
  rule: '',
  maker: { by: '', version: '' },
  slots: {},
  document: '',
  metric: 'killed',
  low: null,
  high: null,
  hedge: 'exact',
  vague: null,
  unit: 'person',
  each: false,
  status: 'unknown',
  groups: {},
  scope: 'incident',
  partOf: null,
  relation: null,
  restates: null,
}

/** A claim with what a coder put in the place of its fields, to be shown like any other. */
export const withValues = (claim: ClaimRecord, values: CodedValues | null): ClaimRecord => {
  if (values === null) return claim
  const { metric, count, status, groups, scope, places, time, means, actors, sources } = values
  const counted =
    'metric' in claim
      ? {
          ...(metric === undefined ? {} : { metric }),
          ...(count === undefined
            ? {}
            : { low: count.low, high: count.high, vague: count.vague ?? null, hedge: 'exact' as const }),
          ...(status === undefined ? {} : { status }),
          ...(groups === undefined ? {} : { groups }),
          ...(scope === undefined ? {} : { scope }),
        }
      : {}
  return {
    ...claim,
    ...counted,
    ...(places === undefined ? {} : { places: places.map(({ text }) => text) }),
    ...(time === undefined ? {} : { from: time.from, to: time.to }),
    ...(means === undefined ? {} : { means }),
    ...(actors === undefined ? {} : { actors }),
    ...(sources === undefined ? {} : { sources: sources.map(({ text }) => text), attribution: sources }),
  } as ClaimRecord
}

/** One claim of a coder's sheet: the machine's or their own, with their answer. */
export interface CodedClaim {
  readonly claim: ClaimRecord
  readonly answer: GivenAnswer | undefined
}

/** The machine's claims and the coder's own, in the order of the text, each as the coder has it. */
export const codedClaims = (
  text: string,
  claims: readonly ClaimRecord[],
  answers: readonly GivenAnswer[],
): readonly CodedClaim[] => {
  const by = new Map(answers.map((answer) => [answer.claim, answer]))
  const read = claims.map((claim) => {
    const answer = by.get(claim.id)
    return { claim: withValues(claim, answer?.verdict === 'correct' ? answer.values : null), answer }
  })
  const added = answers.flatMap((answer) => {
    if (answer.verdict !== 'add') return []
    const [start, end] = [answer.start ?? 0, answer.end ?? 0]
    const bare = { ...EMPTY, id: answer.claim, start, end, quote: text.slice(start, end) }
    return [{ claim: withValues(bare, answer.values), answer }]
  })
  return [...read, ...added].sort((a, b) => a.claim.start - b.claim.start || a.claim.end - b.claim.end)
}
