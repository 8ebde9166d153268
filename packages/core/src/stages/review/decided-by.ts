import type { Day } from '../../model/time-range.ts'

/** A decision of a person that counts from its own time on, until it is withdrawn. */
interface Decision {
  /** ISO instant. */
  readonly at: string
  readonly withdrawn: { readonly at: string } | null
}

/** Decisions as they stood at the end of a day: later ones are not made yet, and what was withdrawn later still holds. */
export const decidedBy = <T extends Decision>(decisions: readonly T[], day: Day): readonly T[] =>
  decisions
    .filter(({ at }) => at.slice(0, 10) <= day)
    .map((one) => (one.withdrawn !== null && one.withdrawn.at.slice(0, 10) > day ? { ...one, withdrawn: null } : one))
