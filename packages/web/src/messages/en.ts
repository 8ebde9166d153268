import { enAccount } from './en/account.ts'
import { enCoding } from './en/coding.ts'
import { enDesk } from './en/desk.ts'
import { enFinding } from './en/finding.ts'
import { enRecord } from './en/record.ts'
import { enReview } from './en/review.ts'
import { enShell } from './en/shell.ts'
import { enWork } from './en/work.ts'

/** The interface in English (ICU messages). Every other language has the same keys. */
export const en = {
  ...enAccount,
  ...enCoding,
  ...enDesk,
  ...enFinding,
  ...enRecord,
  ...enReview,
  ...enShell,
  ...enWork,
} as const

/** A message of the interface; every language has every one. */
export type MessageKey = keyof typeof en
export type Messages = Readonly<Record<MessageKey, string>>
