import { arAccount } from './ar/account.ts'
import { arCoding } from './ar/coding.ts'
import { arDesk } from './ar/desk.ts'
import { arFinding } from './ar/finding.ts'
import { arRecord } from './ar/record.ts'
import { arReview } from './ar/review.ts'
import { arShell } from './ar/shell.ts'
import { arWork } from './ar/work.ts'
import type { Messages } from './en.ts'

/** The interface in Arabic. */
export const ar: Messages = {
  ...arAccount,
  ...arCoding,
  ...arDesk,
  ...arFinding,
  ...arRecord,
  ...arReview,
  ...arShell,
  ...arWork,
}
