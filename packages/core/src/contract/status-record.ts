import { z } from 'zod'

const whole = z.number().int().nonnegative()

const queueStatusSchema = z.object({
  queue: z.enum(['ingest', 'extract', 'geocode', 'link']),
  waiting: whole.describe('Jobs that nobody has begun.'),
  active: whole.describe('Jobs in hand.'),
  done: whole.describe('Jobs done in the last hour.'),
  perMinute: z.number().nonnegative().describe('Jobs done a minute, over the last five.'),
  lag: z
    .number()
    .nonnegative()
    .nullable()
    .describe('Seconds that the job waits which waits longest; null when none does.'),
  failed: whole.describe('Jobs given up, after several tries.'),
})

/** What workers have to do, do and did. */
export const statusRecordSchema = z.object({
  queues: z.array(queueStatusSchema),
  workers: z.array(z.string()).describe('Whose connections are at the database, by process.'),
  toLink: whole.describe('Documents that wait to be linked.'),
  imports: z
    .array(z.object({ id: whole, batches: whole.nullable(), handled: whole }))
    .describe('Imports under way; `batches` is null while more of them come.'),
  failures: z
    .array(z.object({ queue: z.string(), at: z.iso.datetime(), reason: z.string() }))
    .describe('The last jobs given up, and why.'),
})
export type StatusRecord = z.infer<typeof statusRecordSchema>
