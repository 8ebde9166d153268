import { MOST_ON_A_PAGE, type Page } from '@sijil/core/contract/page.js'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { collect } from './collect.ts'
import type { Cli, Io } from './io.ts'
import { numberArgument } from './options.ts'
import { printJsonLines } from './print-lines.ts'
import { count } from './render/words.ts'

/** Which part of a listing to print, and in which order. */
export interface PageOptions<Sort extends string> {
  readonly limit?: number
  readonly after?: string
  readonly sort?: Sort
  readonly json?: true
}

/** Adds the options that print a listing page by page. The first of its orders is the one it has by itself. */
export const withPages = (command: Command, sorts: readonly string[]): Command =>
  command
    .addOption(new Option('--sort <order>', `the order; ${sorts[0]} unless told`).choices(sorts))
    .option('--limit <number>', 'print a page of at most so many, and count what there is', limitOption)
    .option('--after <place>', 'go on after the page that ended with this')

const limitOption = (value: string): number => {
  const limit = numberArgument(value)
  if (limit > MOST_ON_A_PAGE) throw new InvalidArgumentError(`It must be ${MOST_ON_A_PAGE} at most.`)
  return limit
}

interface Listing<T> {
  readonly find: (page: {
    readonly limit?: number
    readonly after?: string
    readonly total: boolean
  }) => Promise<Page<T>>
  readonly all: () => AsyncIterable<T>
  readonly table: (items: readonly T[]) => string
}

/** Prints a listing: a page of it where one was asked for, else all. Where the page ended is told on stderr. */
export const printListing = async <T extends object>(
  { io }: Cli,
  { find, all, table }: Listing<T>,
  { limit, after, json }: PageOptions<string>,
): Promise<void> => {
  if (limit === undefined && after === undefined && json === true) return printJsonLines(io.out, all())
  if (limit === undefined && after === undefined) return io.out.write(table(await collect(all())))
  const page = await find({ ...(limit && { limit }), ...(after && { after }), total: after === undefined })
  if (json === true) await printJsonLines(io.out, page.items)
  else await io.out.write(table(page.items))
  await tellRest(io, page)
}

const tellRest = async ({ err }: Io, { total, next }: Page<unknown>): Promise<void> => {
  if (total !== null) await err.write(`${total.exact ? '' : 'more than '}${count(total.count)} in all\n`)
  if (next !== null) await err.write(`there is more: --after ${next}\n`)
}
