/** Strings numbered from 1 in the order they came; 0 is no string. */
export interface TextTable {
  /** Keeps a string and returns its number. */
  add(text: string): number
  /** The same, but a string that came this way before keeps its number. */
  addOnce(text: string): number
  all(): readonly string[]
}

export const makeTextTable = (): TextTable => {
  const numbers = new Map<string, number>()
  const all: string[] = []
  const add = (text: string): number => all.push(text)
  return {
    add,
    addOnce: (text) => {
      const number = numbers.get(text) ?? add(text)
      numbers.set(text, number)
      return number
    },
    all: () => all,
  }
}
