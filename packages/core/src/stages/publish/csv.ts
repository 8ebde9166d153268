/** What a spreadsheet would take for the beginning of a formula (full-width signs too), after any guards of our own. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** A text that a spreadsheet will not run: an apostrophe before what looks like a formula. Undone by `unguarded`. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The text that `guarded` was given. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

/** Several texts in one cell, kept apart by `; `; a `;` or `\` of their own has a `\` before it. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ')

/** The texts that `joinList` was given. */
export const splitList = (cell: string): readonly string[] => {
  if (cell === '') return []
  const items = ['']
  for (let i = 0; i < cell.length; i++) {
    const char = cell.charAt(i)
    const last = items.length - 1
    if (char === '\\') items[last] += cell.charAt(++i)
    else if (char === ';' && cell.charAt(i + 1) === ' ') {
      items.push('')
      i++
    } else items[last] += char
  }
  return items
}

/** A value of a cell: numbers stand as they are, texts are guarded, what is not there is empty. */
export type Cell = string | number | null

/** One line of a CSV file (RFC 4180, CRLF): text in quotes where it needs them. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = guarded(cell)
  return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
