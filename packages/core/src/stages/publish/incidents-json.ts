import { WHAT_THE_NUMBERS_ARE } from '../../contract/grade-meanings.ts'
import type { PublishedIncident } from '../../contract/published-incident.ts'

/**
 * The incidents as one JSON object: `about` (what the numbers are), `incidents`, and apart from them `rollups`, so that
 * whoever adds up counts nobody twice. An incident a line.
 */
export async function* incidentsJson(
  incidents: AsyncIterable<PublishedIncident> | Iterable<PublishedIncident>,
): AsyncGenerator<string> {
  const rollups: string[] = []
  let comma = ''
  yield `{"about":${JSON.stringify(WHAT_THE_NUMBERS_ARE)},\n"incidents":[`
  for await (const incident of incidents) {
    const line = JSON.stringify(incident)
    if (incident.kind === 'rollup') {
      rollups.push(line)
      continue
    }
    yield `${comma}\n${line}`
    comma = ','
  }
  yield `\n],\n"rollups":[${rollups.map((line) => `\n${line}`).join(',')}\n]}\n`
}
