/** The items of each sentence, in their order. */
export const bySentence = <T>(
  items: readonly T[],
  sentenceOf: (item: T) => number,
): ((sentence: number) => readonly T[]) => {
  const found = new Map<number, T[]>()
  for (const item of items) {
    const sentence = sentenceOf(item)
    const known = found.get(sentence)
    if (known === undefined) found.set(sentence, [item])
    else known.push(item)
  }
  return (sentence) => found.get(sentence) ?? NONE
}

const NONE: readonly never[] = []
