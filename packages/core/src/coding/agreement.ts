/** What two or more coders said of one thing; null where one of them said nothing of it. */
export type Answers = readonly (string | null)[]

/** How far coders agree in one field. */
export interface Agreement {
  /** The things that at least two of them answered. */
  readonly units: number
  /** The share of pairs of answers that are the same, 0 to 1; null where there are none. */
  readonly percent: number | null
  /** Krippendorff's alpha for names (nominal): 1 = always, 0 = as chance would; null where all answers are one and the same. */
  readonly alpha: number | null
}

/**
 * Agreement over things that several coders answered. Alpha weighs what was observed against what these same answers would
 * give at random, so that a field in which nearly everything is one value counts for little. Answers that are missing are
 * left out, as Krippendorff has it.
 */
export const agreementOf = (things: readonly Answers[]): Agreement => {
  const told = things.map((answers) => answers.filter((one): one is string => one !== null))
  const units = told.filter((answers) => answers.length > 1)
  const counts = new Map<string, number>()
  let [observed, pairs, same] = [0, 0, 0]
  for (const answers of units)
    for (const [at, answer] of answers.entries()) {
      counts.set(answer, (counts.get(answer) ?? 0) + 1)
      for (const [other, its] of answers.entries())
        if (other !== at) {
          pairs += 1
          if (its === answer) same += 1
          else observed += 1 / (answers.length - 1)
        }
    }
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
  // Pairs of different answers that all answers, shuffled, would give.
  const expected = [...counts.values()].reduce((sum, count) => sum + count * (n - count), 0)
  return {
    units: units.length,
    percent: pairs === 0 ? null : same / pairs,
    alpha: expected === 0 ? null : 1 - ((n - 1) * observed) / expected,
  }
}
