/** Whole numbers from 0 to 2³² - 1 in the order they came: millions of them in a fraction of an array's room. */
export interface GrowingNumbers {
  readonly length: number
  push(value: number): void
  /** All of them, as they are now. */
  all(): Uint32Array
}

const FIRST = 1024

/** An empty row of numbers. */
export const growingNumbers = (): GrowingNumbers => {
  let values = new Uint32Array(FIRST)
  let length = 0
  return {
    get length() {
      return length
    },
    push: (value) => {
      if (length === values.length) {
        const wider = new Uint32Array(Math.ceil(length * 1.5))
        wider.set(values)
        values = wider
      }
      values[length++] = value
    },
    all: () => values.subarray(0, length),
  }
}
