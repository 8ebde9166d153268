/** A finite-state machine of wink's model, compiled: states by number, symbols by column. 0 = the root, and any unknown symbol. */
export interface Machine {
  /** The column of each symbol that the machine knows. */
  readonly columns: ReadonlyMap<number, number>
  readonly width: number
  /** The next state, by `state * width + column`. */
  readonly next: Int16Array
  readonly terminal: Uint8Array
  /** What a state stands for when the pattern it is on goes no further; 0 = nothing. */
  readonly otherwise: Int16Array
  /** What a pattern that ends in a state says: a number, NaN for a name. */
  readonly says: Float64Array
  /** Whether a pattern that ends in a state is told at all. */
  readonly told: Uint8Array
  /** How many symbols into the pattern its mark stands. */
  readonly mark: Int16Array
}

/** A match: the position of its mark, and what its pattern says. */
export type OnMatch = (at: number, says: number) => void

const OTHERWISE = '2070003'
/** The name of patterns that only keep others from matching. */
const SILENT = '0'
/** A symbol that a machine passes over. */
export const PASSED_OVER = -1

type States = Readonly<Record<string, Readonly<Record<string, number>>>>
type Stored = readonly [
  version: number,
  last: number,
  states: States,
  terminals: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, readonly [number, number]>>,
]

/** Compiles a machine as wink's model stores it (JSON text). */
export const compileMachine = (json: string): Machine => {
  const [, last, states, terminals, marks] = JSON.parse(json) as Stored
  const columns = new Map<number, number>()
  for (const symbols of Object.values(states))
    for (const symbol of Object.keys(symbols))
      if (symbol !== OTHERWISE && !columns.has(Number(symbol))) columns.set(Number(symbol), columns.size + 1)
  const count = last + 1
  const width = columns.size + 1
  const next = new Int16Array(count * width)
  const otherwise = new Int16Array(count)
  for (const [state, symbols] of Object.entries(states))
    for (const [symbol, target] of Object.entries(symbols))
      if (symbol === OTHERWISE) otherwise[Number(state)] = target
      else next[Number(state) * width + (columns.get(Number(symbol)) ?? 0)] = target
  const names = Array.from({ length: count }, (_, state) => terminals[state])
  return {
    columns,
    width,
    next,
    otherwise,
    terminal: Uint8Array.from(names, (name) => (name === undefined || name === '' ? 0 : 1)),
    says: Float64Array.from(names, Number),
    told: Uint8Array.from(names, (name) => (name === SILENT ? 0 : 1)),
    mark: Int16Array.from(names, (_, state) => marks[state]?.[0] ?? 0),
  }
}

/** Finds a machine's patterns in `symbols` (columns, `length` of them), greedily from left to right, as wink's own walk does. */
export const runMachine = (machine: Machine, symbols: Int32Array, length: number, onMatch: OnMatch): void => {
  const { width, next, terminal, otherwise, says, told, mark } = machine
  let state = 0
  let first = 0
  let otherwiseAt = 0
  let otherwiseState = 0
  const tell = (end: number): void => {
    if (told[end] === 1) onMatch(first + (mark[end] ?? 0), says[end] ?? 0)
    otherwiseState = 0
  }
  for (let i = 0; i <= length; i++) {
    for (let j = i; j <= length; j++) {
      const column = j === length ? 0 : (symbols[j] ?? 0)
      if (column === PASSED_OVER) continue
      const target = next[state * width + column] ?? 0
      if (state === 0 && target !== 0) first = j
      if (target === 0 || terminal[target] === 1) {
        state = 0
        if (target !== 0) {
          tell(target)
          i = j
        } else if (otherwiseState !== 0) {
          tell(otherwiseState)
          i = otherwiseAt
        }
        break
      }
      state = target
      if (otherwise[state] !== 0) {
        otherwiseAt = j
        otherwiseState = otherwise[state] ?? 0
      }
    }
  }
}
