import { MEANS, METRICS } from '@sijil/core/model/claim.js'
import { GRADES } from '@sijil/core/model/incident.js'
import { type Command, Option } from 'commander'
import { bboxOption, countOption, countryOption, dayOption } from './options.ts'

/** Adds the options that narrow the incidents down. */
export const withIncidentFilter = (command: Command): Command =>
  withPlaceFilter(
    command
      .option('--search <words>', 'only where these words stand in its claims, its place or its titles')
      .option('--from <day>', 'leave out what ended before this day (YYYY-MM-DD)', dayOption)
      .option('--to <day>', 'leave out what began after this day (YYYY-MM-DD)', dayOption),
  )
    .option('--actor <name>', 'only where this is part of the name of who is said to have done it')
    .addOption(new Option('--means <means>', 'only by these means').choices(MEANS))
    .addOption(new Option('--metric <metric>', 'only where this harm is reported').choices(METRICS))
    .addOption(new Option('--grade <grade...>', 'only of these grades').choices(GRADES))
    .addOption(new Option('--kind <kind>', 'incidents or roll-ups alone').choices(['incident', 'rollup']))
    .option('--min-killed <number>', 'only where the high bound of the killed is at least this', countOption)
    .option('--max-killed <number>', 'only where the low bound of the killed is at most this', countOption)
    .option('--min-injured <number>', 'only where the high bound of the injured is at least this', countOption)
    .option('--min-origins <number>', 'only on the word of at least so many independent origins', countOption)

/** Adds the options that narrow by where it was. */
export const withPlaceFilter = (command: Command): Command =>
  command
    .option('--place <name>', 'only at this place or in this area or country, in any spelling')
    .option('--country <code>', 'only in this country (two letters, as SY)', countryOption)
    .option('--bbox <box>', 'only within west,south,east,north, in degrees', bboxOption)
