import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'

/** A harm word's bid for a number phrase: the cheapest wins. */
export interface Offer {
  readonly phrase: NumberPhrase
  readonly trigger: Trigger
  readonly reading: HarmWord
  readonly cost: number
  readonly rule: string
}

/** Bids above this are not made. */
export const DEAREST = 8
