/** One thing that was checked, and how it stands. */
export interface Finding {
  readonly check: string
  readonly holds: boolean
  /** What was found; where it does not hold, what to do too. */
  readonly text: string
}
