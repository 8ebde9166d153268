/** A, B, … Z, AA, AB: the letters by which the evidence names origins. */
export const originLetter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : originLetter(Math.floor(index / 26) - 1) + originLetter(index % 26)
