import type { Grade } from '../model/incident.ts'

/** What each of Airwars' five grades means; printed wherever a grade is. */
export const GRADE_MEANINGS: Readonly<Record<Grade, string>> = {
  confirmed: 'a specific belligerent accepted responsibility',
  fair: 'two or more independent origins report it, and a belligerent is likely or confirmed to have acted there',
  weak: 'a single origin reports it',
  contested: 'competing claims of who is responsible',
  discounted: 'those killed were combatants, or another party is most likely responsible',
}

/** What the numbers are, in one sentence that every table and export carries. */
export const WHAT_THE_NUMBERS_ARE =
  'Numbers are ranges of what reports say of people harmed, not of deaths that Sijil has verified.'
