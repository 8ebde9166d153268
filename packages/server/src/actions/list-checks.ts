import { type CheckRow, toCheckRecord } from '@sijil/core/contract/check-record.js'
import type { CheckFilter } from '@sijil/core/contract/review-record.js'
import type { Check } from '@sijil/core/model/check.js'
import type { Store } from '../store/open-store.ts'
import { explainedTolls } from './explain-tolls.ts'
import { listIncidentValues } from './list-incidents.ts'

/** All checks of the record, of incidents first and then of tolls, as a filter leaves them. */
export async function* listChecks(store: Store, filter: CheckFilter): AsyncGenerator<CheckRow> {
  for await (const incident of listIncidentValues(store, {}))
    for (const check of incident.checks)
      if (isWanted(check, filter)) yield { ...toCheckRecord(check), incident: incident.code }
  for await (const check of tollChecks(store))
    if (isWanted(check, filter)) yield { ...toCheckRecord(check), incident: null }
}

const isWanted = (check: Check, { failing, open }: CheckFilter): boolean =>
  !(failing === true && check.holds) && !(open === true && check.review !== null)

/** The checks of tolls against the record, each once. */
export async function* tollChecks(store: Store): AsyncGenerator<Check> {
  for await (const { explanation, successive } of explainedTolls(store)) {
    if (explanation !== null) yield explanation.check
    yield* successive
  }
}
