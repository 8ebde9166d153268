import { z } from 'zod'
import { problemReplySchema } from './problem-reply.ts'
import { isSchema, type Route, type StreamReply } from './route.ts'

type Json = Readonly<Record<string, unknown>>

const namesParameter: Json = {
  name: 'names',
  in: 'query',
  description: '`show` leaves names of persons as they stand, for whoever may see them. Each look is kept in the log.',
  schema: { type: 'string', enum: ['show', 'mask'] },
}

/** The API as OpenAPI 3.1, whose schemas are JSON Schema as zod writes it. */
export const openapiOf = (routes: Readonly<Record<string, Route>>, version: string): Json => {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [name, route] of Object.entries(routes)) {
    paths[route.path] ??= {}
    Object.assign(paths[route.path] ?? {}, { [route.method]: operationOf(name, route) })
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sijil',
      version,
      description:
        'A sourced record of who is reported killed, injured, missing, abducted or displaced. All numbers are of people as reported, not as verified.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemReplySchema, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sijil_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

const operationOf = (name: string, route: Route): Json => ({
  operationId: name,
  tags: [route.tag],
  summary: route.summary,
  ...(route.about === undefined ? {} : { description: route.about }),
  security: route.needs === 'anyone' ? [{}] : [{ session: [] }, ...(route.scope === 'never' ? [] : [{ token: [] }])],
  'x-needs': route.owner ? 'owner' : route.needs,
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: {
    [String(route.status)]: successOf(route),
    default: {
      description: 'What stands in the way.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
})

const parametersOf = (route: Route): readonly Json[] => [
  ...fields(route.params, 'path'),
  ...fields(route.query, 'query'),
  ...(route.protects && route.method === 'get' ? [namesParameter] : []),
  ...(route.versioned
    ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' }, description: 'The ETag seen.' }]
    : []),
]

const fields = (schema: z.ZodObject | undefined, place: 'path' | 'query'): readonly Json[] => {
  if (schema === undefined) return []
  const json = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: readonly string[] }
  return Object.entries(json.properties ?? {}).map(([name, { description, ...field }]) => ({
    name,
    in: place,
    required: place === 'path' || json.required?.includes(name) === true,
    ...(description === undefined ? {} : { description }),
    schema: field,
  }))
}

const bodyOf = ({ body, takes }: Route): Json => {
  if (takes !== undefined) return { requestBody: { required: true, content: streamContent(takes) } }
  if (body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
}

const successOf = ({ reply, versioned, status }: Route): Json => {
  if (reply === null) return { description: status === 302 ? 'Leads on.' : 'Done.' }
  if (!isSchema(reply)) return { description: reply.about, content: streamContent(reply) }
  return {
    description: versioned ? 'Done.' : 'What was asked for.',
    content: { 'application/json': { schema: schemaOf(reply, 'output') } },
  }
}

const streamContent = ({ mediaTypes }: StreamReply): Json =>
  Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string' } }]))

/** A schema as JSON Schema, without the line that says so: OpenAPI 3.1 means the same one. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}
