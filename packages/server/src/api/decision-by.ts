import type { Principal } from '../actions/accounts/principal.ts'

/** Who decides, and when, is never what the request says. */
export const decisionBy = (who: Principal) => ({ by: who.person.name, at: new Date().toISOString() })
