import type { Link } from './link.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import type { Trigger } from './triggers.ts'

/** A number tied to a word of harm, before anything is known of shares and lists. */
export const linkTo = (
  phrase: PeoplePhrase,
  trigger: Trigger,
  metric: Trigger['metric'],
  rule: string,
  cost: number,
  listed = false,
): Link => ({
  phrase,
  trigger: { first: trigger.first, last: trigger.last },
  metric,
  rule,
  cost,
  groups: {},
  status: trigger.word?.frames.has('lose') === true && phrase.status === null ? 'combatant' : null,
  partial: null,
  listed,
  custody: trigger.word?.frames.has('custody') ?? false,
  denied: false,
})
