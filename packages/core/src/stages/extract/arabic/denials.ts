import { type ArabicView, isAnd, isArticle, isSmall } from './arabic-view.ts'
import type { Link } from './link.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import type { Trigger } from './triggers.ts'

/** A negation reaches so far to the word of harm. */
const REACH = 6

/** "دون وقوع إصابات", "لم يسقط قتلى", "لم يصب أحد": statements that there were none. */
export const denialsIn = (view: ArabicView, first: number, triggers: readonly Trigger[]): readonly Link[] =>
  triggers.flatMap((trigger, i) => {
    const negation = negationBefore(view, trigger, first)
    if (negation === null) return []
    const none = trigger.form === 'noun' ? noneOf(view, trigger, triggers[i + 1]) : nobody(view, trigger)
    const isSecond = trigger.form === 'noun' && i > 0 && isJoined(view, triggers[i - 1], trigger)
    return none === null || isSecond ? [] : [linkOf(negation, none.last, trigger, none.metric)]
  })

const negationBefore = (view: ArabicView, trigger: Trigger, first: number): number | null => {
  for (let at = trigger.first - 1; at >= Math.max(first, trigger.first - REACH); at--) {
    if (isSmall(view, at, 'negation', 'without')) return at
    if (view.numbers.has(at) || view.tokens[at]?.tag === 'NUM') return null
    if (isSmall(view, at, 'relative', 'that', 'clause')) return null
  }
  return null
}

interface None {
  readonly metric: Trigger['metric']
  readonly last: number
}

/** Plain "casualties", undivided, unless the noun names the dead or the wounded alone. */
const noneOf = (view: ArabicView, trigger: Trigger, next: Trigger | undefined): None | null => {
  if (isArticle(view, trigger.first - 1) || trigger.word?.number === 'two') return null
  if (view.tokens[trigger.last]?.tag === 'PRON') return null
  if (trigger.word?.number === 'one' && !isSmall(view, trigger.first - 1, 'any')) return null
  if (next?.form === 'noun' && isJoined(view, trigger, next))
    return { metric: next.metric === trigger.metric ? trigger.metric : 'killed_or_injured', last: next.last }
  const all = isSmall(view, trigger.first, 'hurts')
  return { metric: all ? 'killed_or_injured' : trigger.metric, last: trigger.last }
}

const isJoined = (view: ArabicView, a: Trigger | undefined, b: Trigger): boolean =>
  a !== undefined && a.last + 1 === b.first && (isAnd(view, a.last) || isSmall(view, a.last, 'or'))

/** "لم يقتل أحد", "لم يصب أي شخص" */
const nobody = (view: ArabicView, trigger: Trigger): None | null => {
  const at = trigger.last
  if (isSmall(view, at, 'nobody')) return { metric: trigger.metric, last: at + 1 }
  const noun = isSmall(view, at, 'any') ? view.persons.get(at + 1) : undefined
  return noun === undefined ? null : { metric: trigger.metric, last: noun.last }
}

const linkOf = (first: number, last: number, trigger: Trigger, metric: Trigger['metric']): Link => {
  const phrase: PeoplePhrase = {
    first,
    last,
    from: first,
    low: 0,
    high: 0,
    hedge: 'exact',
    vague: null,
    crowd: false,
    kind: 'number',
    status: null,
    groups: {},
    civilian: false,
    kin: false,
    unit: 'person',
    more: false,
    harm: null,
    definite: false,
  }
  return {
    phrase,
    trigger: { first: trigger.first, last: trigger.last },
    metric,
    rule: 'none',
    cost: 0,
    groups: {},
    status: null,
    partial: null,
    listed: true,
    custody: false,
    denied: true,
  }
}
