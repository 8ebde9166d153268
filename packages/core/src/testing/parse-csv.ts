import { parse } from 'csv-parse/sync'

/** The cells of a CSV text, row by row. */
export const parseCsv = (text: string): readonly (readonly string[])[] => parse(text) as string[][]
