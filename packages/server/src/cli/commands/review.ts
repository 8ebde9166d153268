import type { AddedClaim } from '@sijil/core/contract/review-values.js'
import { CLAIM_FIELDS, type ClaimField, INCIDENT_FIELDS, type IncidentField } from '@sijil/core/model/review.js'
import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import type { Deciding } from '../../actions/keep-review.ts'
import type { Store } from '../../actions/with-store.ts'
import type { Cli } from '../io.ts'
import { type CommandHelp, newCommand } from '../new-command.ts'
import { readIncidentValue, readValue } from '../read-value.ts'
import { lookOf } from '../render/look.ts'
import { reviewedPage } from '../render/reviews-table.ts'
import { useStore } from '../use-store.ts'

interface ReviewOptions {
  readonly because: string
  readonly by?: string
  readonly sees?: string
  readonly json?: true
}

/** `sijil review …`: people's decisions on fields, which always win over the machine. */
export const reviewCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'review', {
    summary: 'accept, correct or reject what the machine read, or add what it missed',
    about:
      "People's reviews: one field of a claim or incident is right, is something else, or is wrong; a check is as it says or means " +
      'nothing; the machine missed a claim. They always win over the machine, and each can be withdrawn, which restores the record exactly.',
    examples: [
      ['sijil review claim CLAIM count correct 8 --because "the ninth is among the injured"', 'the figure moves'],
    ],
  })
    .addCommand(claimCommand(cli))
    .addCommand(incidentCommand(cli))
    .addCommand(checkCommand(cli))
    .addCommand(addCommand(cli))
    .addCommand(withdrawCommand(cli))

const DECISIONS = ['accept', 'correct', 'reject'] as const
type Decision = (typeof DECISIONS)[number]

const VALUES =
  'Numbers are typed as tables print them (8, 8-9, 12+, <=9, 8-9 (8) with a best), days as 2024-03-12 or 2024-03-12..2024-03-14, lists ' +
  'with semicolons between, a place as "Kfar Taal" or "Kfar Taal @ 35.9,36.8", groups as "children 2, women 1", a source as "the hospital ' +
  '[hospital]", none for nothing; what begins with { or [ is read as JSON.'

const claimCommand = (cli: Cli): Command =>
  decisionCommand(cli, 'claim', {
    summary: 'decide one field of a claim',
    about:
      'Accepts, corrects or rejects one field of a claim, or (field `claim`) the whole of it. A corrected place, day or number moves the ' +
      'incident; codes stay. A rejected claim feeds nothing.',
    examples: [
      [
        'sijil review claim CLAIM places correct "Kfar Taal" --because "the hospital is not where it happened"',
        'CLAIM as `sijil claims --json` prints it',
      ],
      ['sijil review claim CLAIM claim reject --because "speaks of a film"', 'the claim feeds nothing'],
    ],
    notes: `Fields: ${CLAIM_FIELDS.join(', ')}. ${VALUES}`,
  })
    .argument('<claim>', "the claim's id")
    .addArgument(new Argument('<field>', 'which field').choices(CLAIM_FIELDS))
    .addArgument(new Argument('<decision>', 'what you decide').choices(DECISIONS))
    .argument('[value]', 'for correct: what is right')
    .action(
      async (claim: string, field: ClaimField, decision: Decision, value: string | undefined, options, command) => {
        const { reviewClaim } = await import('../../actions/review-claim.ts')
        const read = value === undefined ? undefined : typed(() => readValue(field, value))
        await decide(cli, command, options, (store, deciding) =>
          reviewClaim(store, { claim, field, decision, value: read, ...deciding }),
        )
      },
    )

const incidentCommand = (cli: Cli): Command =>
  decisionCommand(cli, 'incident', {
    summary: 'decide one field of an incident',
    about:
      'Accepts, corrects or rejects one field of an incident. Accepting the whole (field `incident`) makes it confirmed, rejecting it makes ' +
      'it rejected: then it is in no sum. When the evidence of a decided field changes later, the decision stands and a check says so.',
    examples: [
      [
        'sijil review incident CODE killed correct 8-9 --because "the ninth died in hospital"',
        'CODE as `sijil incidents` prints it',
      ],
      ['sijil review incident CODE incident accept --because "checked against the list of names"', 'confirmed'],
    ],
    notes: `Fields: ${INCIDENT_FIELDS.filter((field) => !field.includes('.')).join(', ')}; and of each harm .civilians, .combatants, .unknown. ${VALUES}`,
  })
    .argument('<code>', "the incident's code")
    .addArgument(new Argument('<field>', 'which field').choices(INCIDENT_FIELDS))
    .addArgument(new Argument('<decision>', 'what you decide').choices(DECISIONS))
    .argument('[value]', 'for correct: what is right')
    .action(
      async (code: string, field: IncidentField, decision: Decision, value: string | undefined, options, command) => {
        const { reviewIncident } = await import('../../actions/review-incident.ts')
        const read = value === undefined ? undefined : typed(() => readIncidentValue(field, value))
        await decide(cli, command, options, (store, deciding) =>
          reviewIncident(store, { code, field, decision, value: read, ...deciding }),
        )
      },
    )

const checkCommand = (cli: Cli): Command =>
  decisionCommand(cli, 'check', {
    summary: 'accept a check, or dismiss it',
    about:
      'Says of a check that it is as it says, or that it means nothing here. A dismissed check disputes nothing; it comes back when what it ' +
      'says changes.',
    examples: [['sijil review check ID dismiss --because "the report rounds"', 'ID as `sijil checks` prints it']],
  })
    .argument('<id>', "the check's id")
    .addArgument(new Argument('<decision>', 'what you decide').choices(['accept', 'dismiss']))
    .action(async (check: string, decision: 'accept' | 'dismiss', options, command) => {
      const { reviewCheck } = await import('../../actions/review-check.ts')
      await decide(cli, command, options, (store, deciding) => reviewCheck(store, { check, decision, ...deciding }))
    })

interface AddOptions extends ReviewOptions {
  readonly quote?: string
  readonly start?: string
  readonly end?: string
  readonly metric: AddedClaim['metric']
  readonly count: string
  readonly status?: string
  readonly scope?: string
  readonly groups?: string
  readonly places?: string
  readonly time?: string
  readonly means?: string
  readonly actors?: string
  readonly sources?: string
  readonly part?: string
}

const SLOTS = ['status', 'scope', 'groups', 'places', 'time', 'means', 'actors', 'sources', 'part'] as const

const addCommand = (cli: Cli): Command => {
  const command = decisionCommand(cli, 'add', {
    summary: 'add a claim that the machine missed',
    about:
      'Adds a claim on a passage of a document. It counts as any other; withdrawing the review takes it out again.',
    examples: [
      [
        'sijil review add DOC --quote "three more bodies" --count 3 --places "Kfar Taal" --time 2024-03-12 --because "missed"',
        'the passage must stand in the document once; else give --start and --end',
      ],
    ],
    notes: VALUES,
  })
    .argument('<document>', "the document's name, or its content id")
    .option('--quote <words>', 'the passage as it stands')
    .option('--start <offset>', 'its first character (UTF-16)')
    .option('--end <offset>', 'the character after its last')
    .addOption(new Option('--metric <harm>', 'what happened to the people').default('killed'))
    .requiredOption('--count <number>', 'how many')
  for (const slot of SLOTS) command.option(`--${slot} <value>`, `its ${slot}, as for \`sijil review claim\``)
  return command.action(async (doc: string, options: AddOptions, self: Command) => {
    const { addClaim } = await import('../../actions/add-claim.ts')
    const claim = typed(() => addedOf(doc, options))
    await decide(cli, self, options, (store, { sees: _, ...deciding }) => addClaim(store, { ...claim, ...deciding }))
  })
}

const addedOf = (doc: string, options: AddOptions): AddedClaim => {
  const { quote, start, end, metric, count } = options
  const slots = SLOTS.flatMap((slot) => {
    const value = options[slot]
    return value === undefined ? [] : [[slot, readValue(slot, value)]]
  })
  return {
    doc,
    ...(quote === undefined ? {} : { quote }),
    ...(start === undefined ? {} : { start: Number(start) }),
    ...(end === undefined ? {} : { end: Number(end) }),
    metric,
    count: readValue('count', count),
    ...Object.fromEntries(slots),
  } as AddedClaim
}

const withdrawCommand = (cli: Cli): Command =>
  decisionCommand(cli, 'withdraw', {
    summary: 'take a review back',
    about: 'Withdraws a review. It stays in the history; the record becomes what it would be without it.',
    examples: [['sijil review withdraw ID --because "misread the date"', 'ID as `sijil reviews` prints it']],
  })
    .argument('<id>', "the review's id")
    .action(async (id: string, options, command) => {
      const { withdrawReview } = await import('../../actions/withdraw-review.ts')
      await decide(cli, command, options, async (store, deciding) => ({
        review: await withdrawReview(store, { id, ...deciding }),
      }))
    })

const decisionCommand = (cli: Cli, name: string, help: CommandHelp): Command =>
  newCommand(cli.io, name, help)
    .requiredOption('--because <reason>', 'why: kept with the review')
    .option('--by <name>', 'who decides (default: the user of this machine)')
    .option('--sees <version>', 'refuse if this is no longer the version that stands')
    .option('--json', 'print the review, and what it was on, as one JSON object')

/** A value that can't be read at all is a misuse of the command line. */
const typed = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw new InvalidArgumentError(`The value is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

type Reviewed = Parameters<typeof reviewedPage>[0]

const decide = async (
  cli: Cli,
  command: Command,
  { because, by, sees, json }: ReviewOptions,
  act: (store: Store, deciding: Deciding) => Promise<Reviewed>,
): Promise<void> => {
  const { io } = cli
  const deciding = { by: by ?? io.user, reason: because, at: io.now(), sees }
  const reviewed = await useStore(command, cli, (store) => act(store, deciding))
  await io.out.write(json === true ? `${JSON.stringify(reviewed)}\n` : reviewedPage(reviewed, lookOf(io.out)))
}
