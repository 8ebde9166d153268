import { type CheckRow, toCheckRecord } from '@sijil/core/contract/check-record.js'
import { type Page, type PageRequest, pageRequestSchema } from '@sijil/core/contract/page.js'
import type { CheckFilter } from '@sijil/core/contract/review-record.js'
import type { Check } from '@sijil/core/model/check.js'
import type { Store } from '../store/open-store.ts'
import type { Ended } from '../store/queries/keyset.ts'
import { pageOfChecks } from '../store/queries/page-of-checks.ts'
import { explainedTolls } from './explain-tolls.ts'
import { cursorOf, readCursor } from './page.ts'

const PAGE = 500

/** All checks of the record, of incidents first and then of tolls, as a filter leaves them. */
export async function* listChecks(store: Store, filter: CheckFilter): AsyncGenerator<CheckRow> {
  for (let after: Ended | null = null; ; ) {
    const page: readonly PlacedCheck[] = await checksOfIncidents(store, filter, { after, size: PAGE })
    yield* page.map(rowOf)
    const last = page.at(-1)
    if (last === undefined) break
    after = last.ended
  }
  for await (const check of checksOfTolls(store, null)) if (isWanted(check, filter)) yield rowOf(check)
}

/** A page of them. One that reaches the tolls reads the figures of all incidents, which explain them. */
export const findChecks = async (store: Store, filter: CheckFilter, request: PageRequest): Promise<Page<CheckRow>> => {
  const { limit, after } = pageRequestSchema.parse(request)
  const at = after === undefined ? null : placeOf(after)
  const rows: PlacedCheck[] = []
  if (at?.among !== 'tolls')
    rows.push(...(await checksOfIncidents(store, filter, { after: at?.ended ?? null, size: limit + 1 })))
  if (rows.length <= limit)
    for await (const check of checksOfTolls(store, at?.among === 'tolls' ? at.ended : null)) {
      if (isWanted(check, filter)) rows.push(check)
      if (rows.length > limit) break
    }
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last !== undefined ? cursorOf(last.among, last.ended) : null
  return { items: shown.map(rowOf), next, total: null }
}

type Among = 'incidents' | 'tolls'

/** A check with where it stands. */
interface PlacedCheck {
  readonly among: Among
  readonly ended: Ended
  readonly check: Check
  readonly incident: string | null
}

const rowOf = ({ check, incident }: PlacedCheck): CheckRow => ({ ...toCheckRecord(check), incident })

const placeOf = (after: string): { readonly among: Among; readonly ended: Ended } => {
  const among = Buffer.from(after, 'base64url').toString().startsWith('["tolls"') ? 'tolls' : 'incidents'
  return { among, ended: readCursor(among, after) }
}

const checksOfIncidents = async (
  store: Store,
  filter: CheckFilter,
  at: { readonly after: Ended | null; readonly size: number },
): Promise<readonly PlacedCheck[]> =>
  (await pageOfChecks(store.db, filter, at)).map((one) => ({ among: 'incidents', ...one }))

const isWanted = ({ check }: PlacedCheck, { failing, open }: CheckFilter): boolean =>
  !(failing === true && check.holds) && !(open === true && check.review !== null)

/** The checks of tolls against the record, each once. */
export async function* tollChecks(store: Store): AsyncGenerator<Check> {
  for await (const { check } of checksOfTolls(store, null)) yield check
}

/** The same after a place in their order: by the toll's number, then by the id of the check. */
async function* checksOfTolls(store: Store, after: Ended | null): AsyncGenerator<PlacedCheck> {
  // With the toll of the last one, for it may have more.
  const before = after === null ? null : String(Number(after[0]) - 1)
  for await (const toll of explainedTolls(store, before === null ? null : [before, before])) {
    const checks = [...(toll.explanation === null ? [] : [toll.explanation.check]), ...toll.successive]
    const seq = toll.ended[0]
    for (const check of checks.sort((a, b) => (a.id < b.id ? -1 : 1)))
      if (after === null || seq !== after[0] || check.id > after[1])
        yield { among: 'tolls', ended: [seq, check.id], check, incident: null }
  }
}
