import { z } from 'zod'
import { PROBLEM_CODES } from './problem-codes.ts'
import { isSchema, type Route } from './route.ts'

type Routes = Readonly<Record<string, Route>>

/** The routes under their headings, in the order of the table. */
export const byTag = (routes: Routes): ReadonlyMap<string, readonly (readonly [string, Route])[]> => {
  const groups = new Map<string, (readonly [string, Route])[]>()
  for (const [name, route] of Object.entries(routes))
    groups.set(route.tag, [...(groups.get(route.tag) ?? []), [name, route]])
  return groups
}

/** The page `docs/api-routes.md`: every route, what it needs, takes and gives. */
export const referencePage = (routes: Routes): string =>
  [
    '# The routes of the API',
    '',
    'Made from the table of routes (`packages/core/src/contract/api/routes.ts`) by `npm run docs`. How to start and sign in:',
    '[api.md](api.md). The same as OpenAPI 3.1: `/api/openapi.json`.',
    '',
    ...[...byTag(routes)].flatMap(([tag, group]) => [`## ${tag}`, '', ...group.flatMap(section)]),
    '## Problems',
    '',
    'Refusals are `application/problem+json` (RFC 9457). A 503 of another code says that the store cannot be used.',
    '',
    '| `code` | status | |',
    '|---|---|---|',
    ...Object.entries(PROBLEM_CODES).map(([code, [status, meaning]]) => `| \`${code}\` | ${status} | ${meaning} |`),
    '',
  ].join('\n')

const section = ([name, route]: readonly [string, Route]): readonly string[] => [
  `### \`${route.method.toUpperCase()} ${route.path}\` (${name})`,
  '',
  `${route.summary}. ${neededFor(route)}`,
  ...(route.about === undefined ? [] : ['', route.about]),
  ...table(route),
  '',
  givenBy(route),
  '',
]

/** What somebody needs to ask, in a sentence. */
export const neededFor = (route: Route): string => {
  const who =
    route.needs === 'anyone' ? 'Anybody may ask' : `Needs ${route.needs === 'signed-in' ? 'a sign-in' : route.needs}`
  const more = [
    ...(route.owner ? ['the owner alone'] : []),
    ...(route.everywhere ? ['in all collections'] : []),
    ...(route.scope === 'never' ? ['not by token'] : route.needs === 'anyone' ? [] : [`token scope ${route.scope}`]),
    ...(route.sensitive ? ['password given of late'] : []),
    ...(route.versioned ? ['If-Match'] : []),
    ...(route.protects ? ['names of persons masked'] : []),
  ]
  return `${[who, ...more].join('; ')}.`
}

const table = (route: Route): readonly string[] => {
  const rows = [...fields('path', route.params), ...fields('query', route.query), ...fields('body', route.body)]
  return rows.length === 0 ? [] : ['', '| takes | type | |', '|---|---|---|', ...rows]
}

interface Json {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly anyOf?: readonly Json[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Json>>
}

const fields = (place: string, schema: z.ZodType | undefined): readonly string[] => {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return Object.entries(properties).map(([name, field]) => {
    const must = required.includes(name) || place === 'path' ? '' : 'optional'
    const more = [
      must,
      field.default === undefined ? '' : `default ${JSON.stringify(field.default)}`,
      field.description ?? '',
    ]
    return `| ${place} \`${name}\` | ${typeOf(field)} | ${more.filter(Boolean).join('; ').replaceAll('|', '\\|')} |`
  })
}

const typeOf = (field: Json): string => {
  if (field.enum !== undefined) return field.enum.map((value) => `\`${value}\``).join(' · ')
  if (field.anyOf !== undefined) return [...new Set(field.anyOf.map(typeOf))].join(' or ')
  return field.type ?? 'anything'
}

const givenBy = ({ reply, status }: Route): string => {
  if (reply === null) return `Gives ${status}.`
  if (!isSchema(reply))
    return `Gives ${status}, ${reply.mediaTypes.map((type) => `\`${type}\``).join(', ')}. ${reply.about}`
  const { properties = {} } = z.toJSONSchema(reply, { io: 'output', unrepresentable: 'any' }) as Json
  const names = Object.keys(properties).map((name) => `\`${name}\``)
  return names.length === 0 ? `Gives ${status}, JSON.` : `Gives ${status}: ${names.join(', ')}.`
}
