import type { Trigger } from '../harm/find-triggers.ts'

/** The harm word that covers a token, if one does. */
export type TriggerAt = (token: number) => Trigger | undefined
