import type { Grade } from '../model/incident.ts'

/** What each of Airwars' five grades means; printed wherever a grade is. */
export const GRADE_MEANINGS: Readonly<Record<Grade, string>> = {
  confirmed: 'the belligerent that is said to have done it accepts responsibility',
  fair: 'two or more independent origins report it',
  weak: 'one origin reports it',
  contested: 'origins name different belligerents as responsible',
  discounted: 'all origins that tell say that those harmed were combatants',
}

/** What the numbers are, in one sentence that every table and export carries. */
export const WHAT_THE_NUMBERS_ARE =
  'Numbers are ranges of what reports say of people harmed, not of deaths that Sijil has verified.'
