import type { Command } from 'commander'
import { countOption, dayOption } from './options.ts'

/** Adds the options that narrow the incidents down. */
export const withIncidentFilter = (command: Command): Command =>
  command
    .option('--from <day>', 'leave out what ended before this day (YYYY-MM-DD)', dayOption)
    .option('--to <day>', 'leave out what began after this day (YYYY-MM-DD)', dayOption)
    .option('--place <name>', 'only at this place or in this area, in any spelling')
    .option('--min-killed <number>', 'only where the high bound of the killed is at least this', countOption)
