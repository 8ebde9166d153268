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

const GAP = '  '
const INDENT = '    '

/**
 * The lines of a table that fits into `width` columns, heading first. Long cells go on below, they are never cut off.
 * Columns in which no row has anything are left out. A table that can't be squeezed enough overflows rather than lie.
 */
export const tableLines = <T>(columns: readonly Column<T>[], rows: readonly T[], look: TableLook<T>): string[] => {
  const filled = columns.filter((column) => rows.length === 0 || rows.some((row) => column.cell(row) !== ''))
  const beside = besideEachOther(filled, rows, look.width)
  const moved = filled.filter((column) => !beside.includes(column))
  const widths = fit(beside, rows, look.width)
  const head = cellLines(
    beside.map(({ head }) => head),
    beside,
    widths,
  )
  return [
    ...head.map((cells) => look.paintHead(joinCells(cells))),
    ...rows.flatMap((row) => [...rowLines(beside, row, widths), ...belowLines(moved, row, look)]),
  ]
}

/** The columns that have room: those that may go below are taken away, the last first, until the rest fits. */
const besideEachOther = <T>(columns: readonly Column<T>[], rows: readonly T[], width: number): readonly Column<T>[] => {
  const least = columns.reduce((sum, column) => sum + floorOf(column, rows), GAP.length * (columns.length - 1))
  const last = columns.findLastIndex(({ mayGoBelow }) => mayGoBelow === true)
  return least <= width || last < 0 ? columns : besideEachOther(columns.toSpliced(last, 1), rows, width)
}

const rowLines = <T>(columns: readonly Column<T>[], row: T, widths: readonly number[]): string[] =>
  cellLines(
    columns.map((column) => textOf(column, row)),
    columns,
    widths,
  ).map((cells) =>
    joinCells(
      cells.map((cell, i) => {
        const paint = columns[i]?.paint
        return paint === undefined || cell.trim() === '' ? cell : paint(cell, row)
      }),
    ),
  )

/** The cells of one row, line by line, each filled up to its column's width. */
const cellLines = <T>(
  texts: readonly string[],
  columns: readonly Column<T>[],
  widths: readonly number[],
): string[][] => {
  const wrapped = texts.map((text, i) => wrap(text, widths[i] ?? 1))
  const height = Math.max(1, ...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, n) =>
    wrapped.map((lines, i) => pad(isolated(lines[n] ?? ''), widths[i] ?? 0, columns[i]?.align)),
  )
}

const belowLines = <T>(moved: readonly Column<T>[], row: T, { width, below, paintHead }: TableLook<T>): string[] => {
  const cells = moved.map((column) => [column.head, textOf(column, row)] as const).filter(([, text]) => text !== '')
  const told = cells.map(([head, text]) => `${head}: ${text}`).join(' · ')
  const notes = [...(told === '' ? [] : [{ text: told, paint: paintHead }]), ...(below?.(row) ?? [])]
  return notes.flatMap(({ text, paint }) =>
    wrap(printable(text), width - INDENT.length).map((line) => INDENT + paint(isolated(line))),
  )
}

const joinCells = (cells: readonly string[]): string => cells.join(GAP).trimEnd()

const textOf = <T>(column: Column<T>, row: T): string => printable(column.cell(row))

/** The widths of the columns: their widest cells, squeezed from the widest down until the table fits. */
const fit = <T>(columns: readonly Column<T>[], rows: readonly T[], width: number): number[] => {
  const floors = columns.map((column) => floorOf(column, rows))
  const widths = columns.map((column, i) => {
    const widest = widestCell(column, rows, widthOf(column.head))
    return Math.max(floors[i] ?? 0, Math.min(widest, column.most ?? widest))
  })
  let over = widths.reduce((sum, w) => sum + w, 0) + GAP.length * (columns.length - 1) - width
  while (over > 0) {
    const i = widestAbove(widths, floors)
    if (i < 0) break
    widths[i] = (widths[i] ?? 0) - 1
    over--
  }
  return widths
}

/** The narrowest a column may be: its heading can be broken between words, its cells only if it says so. */
const floorOf = <T>(column: Column<T>, rows: readonly T[]): number => {
  const head = Math.max(...column.head.split(' ').map(widthOf))
  return column.least === undefined
    ? widestCell(column, rows, head)
    : Math.max(head, Math.min(column.least, widestCell(column, rows, head)))
}

const widestCell = <T>(column: Column<T>, rows: readonly T[], least: number): number =>
  rows.reduce((most, row) => Math.max(most, widthOf(textOf(column, row))), least)

const widestAbove = (widths: readonly number[], floors: readonly number[]): number => {
  let best = -1
  widths.forEach((width, i) => {
    if (width > (floors[i] ?? 0) && (best < 0 || width > (widths[best] ?? 0))) best = i
  })
  return best
}
