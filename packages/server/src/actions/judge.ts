import { contentId } from '@sijil/core/model/hash.js'
import type { Judgement, JudgementId } from '@sijil/core/model/judgement.js'
import { nothingOfThatName } from '../problems/record.ts'
import { loadContext } from '../sources/load-context.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { documentsOfClaims } from '../store/queries/claims.ts'
import { incidentsByCode } from '../store/queries/incidents.ts'
import { insertJudgement } from '../store/queries/judgements.ts'
import { findCodes, markToLink } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { transact } from '../store/transact.ts'
import { expectClaim } from './expect-claim.ts'
import { expectIncident } from './expect-incident.ts'
import { relink } from './relink.ts'

/** What a person decided about two claims or two incidents. */
export interface Verdict extends Pick<Judgement, 'left' | 'right' | 'verdict' | 'by' | 'reason' | 'at'> {
  /** The version of `left` that they saw; nothing is kept when another one stands. */
  readonly sees?: string | undefined
}

/**
 * Keeps a person's judgement and brings the record up to date by it. Sides are claim ids or incident codes. Throws a
 * Problem for a side that is neither.
 */
export const judge = async (store: Store, verdict: Verdict): Promise<Judgement> => {
  const [judgement] = await judgeAll(store, [verdict])
  return judgement as Judgement
}

/** Something that was seen, with its version. */
interface Seen {
  readonly side: string
  readonly sees: string | undefined
}

/**
 * Several judgements at once: all are kept or none. Throws a Problem where a side, or whatever else they were made from,
 * is no longer as it was seen.
 */
export const judgeAll = async (
  store: Store,
  verdicts: readonly Verdict[],
  made: Seen | null = null,
): Promise<readonly Judgement[]> => {
  const judgements = verdicts.map(toJudgement)
  await transact(store.db, 'judge', async (tx) => {
    if (made !== null) await expectSide(tx, made)
    for (const { left: side, sees } of distinctSides(verdicts)) await expectSide(tx, { side, sees })
    const sides = judgements.flatMap(({ left, right }) => [left, right])
    await markToLink(tx, await documentsOfSides(tx, sides))
    for (const judgement of judgements) await insertJudgement(tx, judgement)
    await appendLog(tx, 'judgements', { judgements })
  })
  await relinkFor(store, verdicts[0]?.at ?? '')
  return judgements
}

const distinctSides = (verdicts: readonly Verdict[]): Iterable<Verdict> =>
  new Map(verdicts.map((verdict) => [`${verdict.left} ${verdict.sees ?? ''}`, verdict])).values()

/** Refuses a decision by somebody who saw another version of an incident, or of a claim. */
const expectSide = async (tx: Db, { side, sees }: Seen): Promise<void> => {
  if (sees === undefined) return
  const [incident] = await incidentsByCode(tx, [side])
  if (incident !== undefined) return expectIncident(tx, incident, { sees })
  // A place of a claim that holds for several has the claim's version.
  await expectClaim(tx, side.split('#')[0] ?? side, { sees })
}

const toJudgement = ({ left, right, verdict, by, reason, at }: Verdict): Judgement => ({
  kind: 'judgement',
  id: contentId('judgement', left, right, verdict, by, reason, at) as JudgementId,
  left,
  right,
  verdict,
  by,
  reason,
  at,
  withdrawn: null,
})

/** The documents of claims and of the claims by which codes stand. Throws a Problem for a side that is neither. */
export const documentsOfSides = async (tx: Db, sides: readonly string[]): Promise<readonly string[]> => {
  const anchors = new Map((await findCodes(tx, sides)).map(({ code, anchor }) => [code, anchor]))
  const claims = sides.map((side) => ({ side, claim: (anchors.get(side) ?? side).split('#')[0] ?? '' }))
  const documents = await documentsOfClaims(
    tx,
    claims.map(({ claim }) => claim),
  )
  const unknown = claims.find(({ claim }) => !documents.has(claim))
  if (unknown !== undefined) throw nothingOfThatName(unknown.side)
  return [...new Set(documents.values())]
}

/** A round of linking under way, and the one that begins when it has ended. */
interface Round {
  readonly running: Promise<void>
  next: Promise<void> | null
}

const rounds = new WeakMap<Store, Round>()

/**
 * Brings the record up to date after people decided. Many who decide at once are served by one round: it begins after
 * each has written, and links whatever waits.
 */
export const relinkFor = (store: Store, at: string): Promise<void> => {
  const round = rounds.get(store)
  if (round === undefined) return begin(store, at)
  round.next ??= round.running.then(
    () => begin(store, at),
    () => begin(store, at),
  )
  return round.next
}

const begin = (store: Store, at: string): Promise<void> => {
  const running = linkWaiting(store, at)
  const round: Round = { running, next: null }
  rounds.set(store, round)
  const end = () => {
    if (round.next === null) rounds.delete(store)
  }
  running.then(end, end)
  return running
}

const linkWaiting = async (store: Store, at: string): Promise<void> =>
  relink(store, { context: await loadContext({ today: at.slice(0, 10), gazetteers: [] }), importId: null })
