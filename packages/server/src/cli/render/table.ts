import { isolated, printable } from './printable.ts'
import { pad, widthOf, wrap } from './wrap.ts'

/** One column of a table of `T`. Cells are plain text; `paint` colours what is printed, after it was measured. */
export interface Column<T> {
  readonly head: string
  readonly cell: (row: T) => string
  readonly align?: 'left' | 'right'
  /** The narrowest it may be squeezed to; a column without it keeps the width of its widest cell. */
  readonly least?: number
  /** Wider cells are broken onto further lines even where there is room. */
  readonly most?: number
  /** Where there is no room, its cells go below their rows, named; of several the last goes first. */
  readonly mayGoBelow?: true
  readonly paint?: (text: string, row: T) => string
}

/** A line below a row, to be broken where it is too long. */
export interface Note {
  readonly text: string
  readonly paint: (text: string) => string
}

export interface TableLook<T> {
  readonly width: number
  readonly paintHead: (text: string) => string
  /** What stands below a row, set in. */
  readonly below?: (row: T) => readonly Note[]
}

/** A column with its cells read and measured, once. */
interface Measured<T> {
  readonly column: Column<T>
  readonly texts: readonly string[]
  /** The columns its widest cell or the longest word of its heading takes up. */
  readonly widest: number
  /** The narrowest it may be: a heading can be broken between its words, cells only if the column says so. */
  readonly floor: number
}

const GAP = '  '
const INDENT = '    '

/**
 * The lines of a table that fits into `width` columns, heading first. Long cells go on below, they are never cut off.
 * Columns in which no row has anything are left out. A table that can't be squeezed enough overflows rather than lie.
 */
export const tableLines = <T>(columns: readonly Column<T>[], rows: readonly T[], look: TableLook<T>): string[] => {
  const filled = columns
    .map((column) => measure(column, rows))
    .filter(({ texts }) => rows.length === 0 || texts.some((text) => text !== ''))
  const beside = besideEachOther(filled, look.width)
  const moved = filled.filter((one) => !beside.includes(one))
  const widths = fit(beside, look.width)
  const heads = cellLines(
    beside.map(({ column }) => column.head),
    beside,
    widths,
  )
  return [
    ...heads.map((cells) => look.paintHead(joinCells(cells))),
    ...rows.flatMap((row, r) => [...rowLines(beside, row, r, widths), ...belowLines(moved, row, r, look)]),
  ]
}

const measure = <T>(column: Column<T>, rows: readonly T[]): Measured<T> => {
  const texts = rows.map((row) => printable(column.cell(row)))
  const word = Math.max(...column.head.split(' ').map(widthOf))
  const widest = texts.reduce((most, text) => Math.max(most, widthOf(text)), word)
  return { column, texts, widest, floor: Math.max(word, Math.min(column.least ?? widest, widest)) }
}

/** The columns that have room: those that may go below are taken away, the last first, until the rest fits. */
const besideEachOther = <T>(columns: readonly Measured<T>[], width: number): readonly Measured<T>[] => {
  const least = columns.reduce((sum, one) => sum + comfortable(one), GAP.length * (columns.length - 1))
  const last = columns.findLastIndex(({ column }) => column.mayGoBelow === true)
  return least <= width || last < 0 ? columns : besideEachOther(columns.toSpliced(last, 1), width)
}

/** A column squeezed further than this is harder to read than one that went below. */
const comfortable = <T>({ column, widest, floor }: Measured<T>): number =>
  Math.max(floor, Math.ceil(Math.min(widest, column.most ?? widest) * 0.8))

const rowLines = <T>(columns: readonly Measured<T>[], row: T, r: number, widths: readonly number[]): string[] =>
  cellLines(
    columns.map(({ texts }) => texts[r] ?? ''),
    columns,
    widths,
  ).map((cells) =>
    joinCells(
      cells.map((cell, i) => {
        const paint = columns[i]?.column.paint
        return paint === undefined || cell.trim() === '' ? cell : paint(cell, row)
      }),
    ),
  )

/** The cells of one row, line by line, each filled up to its column's width. */
const cellLines = <T>(
  texts: readonly string[],
  columns: readonly Measured<T>[],
  widths: readonly number[],
): string[][] => {
  const wrapped = texts.map((text, i) => wrap(text, widths[i] ?? 1))
  const height = Math.max(1, ...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, n) =>
    wrapped.map((lines, i) => pad(isolated(lines[n] ?? ''), widths[i] ?? 0, columns[i]?.column.align)),
  )
}

const belowLines = <T>(
  moved: readonly Measured<T>[],
  row: T,
  r: number,
  { width, below, paintHead }: TableLook<T>,
): string[] => {
  const told = moved
    .filter(({ texts }) => (texts[r] ?? '') !== '')
    .map(({ column, texts }) => `${column.head}: ${texts[r]}`)
    .join(' · ')
  const notes = [...(told === '' ? [] : [{ text: told, paint: paintHead }]), ...(below?.(row) ?? [])]
  return notes.flatMap(({ text, paint }) =>
    wrap(printable(text), width - INDENT.length).map((line) => INDENT + paint(isolated(line))),
  )
}

const joinCells = (cells: readonly string[]): string => cells.join(GAP).trimEnd()

/** The widths of the columns: their widest cells, squeezed from the widest down until the table fits. */
const fit = <T>(columns: readonly Measured<T>[], width: number): number[] => {
  const widths = columns.map(({ column, widest, floor }) => {
    const wanted = Math.max(widest, widthOf(column.head))
    return Math.max(floor, Math.min(wanted, column.most ?? wanted))
  })
  let over = widths.reduce((sum, w) => sum + w, 0) + GAP.length * (columns.length - 1) - width
  while (over > 0) {
    const i = widestAbove(
      widths,
      columns.map(({ floor }) => floor),
    )
    if (i < 0) break
    widths[i] = (widths[i] ?? 0) - 1
    over--
  }
  return widths
}

const widestAbove = (widths: readonly number[], floors: readonly number[]): number => {
  let best = -1
  widths.forEach((width, i) => {
    if (width > (floors[i] ?? 0) && (best < 0 || width > (widths[best] ?? 0))) best = i
  })
  return best
}
