import { isSchema, type Route } from '@sijil/core/contract/api/route.js'
import { ROUTES } from '@sijil/core/contract/api/routes.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import type { Asker } from '../../packages/server/src/testing/served.ts'
import { anyValue, type JsonSchema } from './schema-values.ts'
import { makeWorld } from './world.ts'

/** Those that would end the session of whoever asks, or have no end of their own. */
const LEFT_OUT = new Set(['signOut', 'endSession', 'changePassword', 'changes', 'followUpload', 'stopTotp'])

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
}

/** Asks each route so often with whatever its schemas allow: nothing may make the server fail of itself. */
export const testAnyRequest = (runs: number): unknown =>
  describe.runIf(isBuilt)('any request, by the schemas of OpenAPI', () => {
    let owner: Asker
    let remove: () => Promise<void>
    /** Ids of things that are there: whoever asks at random would never meet one. */
    let known: readonly string[]
    let operations: readonly { readonly method: string; readonly path: string; readonly operation: Operation }[]

    beforeAll(async () => {
      const world = await makeWorld(['--no-limits'])
      owner = world.owner
      remove = world.remove
      const { document, claim, incident, import: number, upload } = world.ours
      known = [document, claim, incident, String(number), upload]
      const { body } = await owner.client.call('openapi', {})
      const paths = body.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>
      operations = Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
      )
    }, 300_000)
    afterAll(() => remove?.())

    test('OpenAPI has an operation for every route', () => {
      expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(ROUTES).sort())
    })

    for (const [name, route] of Object.entries(ROUTES as Readonly<Record<string, Route>>).filter(
      ([one]) => !LEFT_OUT.has(one),
    ))
      test(`${name} never fails of itself`, async () => {
        const found = operations.find(({ operation }) => operation.operationId === name)
        if (found === undefined) throw new RangeError(name)
        const { method, path, operation } = found
        const of = (place: string) => operation.parameters.filter((parameter) => parameter.in === place)
        const record = (place: string) =>
          fc.record(Object.fromEntries(of(place).map(({ name: key, schema }) => [key, anyValue(schema)])), {
            requiredKeys: [],
          })
        const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
        const body = content === undefined ? fc.constant(undefined) : anyValue(content.schema)
        await fc.assert(
          fc.asyncProperty(
            fc.oneof(record('path'), meeting(of('path'), known)),
            record('query'),
            record('header'),
            body,
            async (params, query, headers, sent) => {
              const address = path.replace(/\{(\w+)\}/g, (_, key: string) =>
                encodeURIComponent(wellFormed(params[key] ?? 'x')),
              )
              const search = new URLSearchParams()
              for (const [key, value] of Object.entries(query))
                for (const one of [value].flat()) search.append(key, wellFormed(one))
              const response = await owner.send(`${address}?${search}`, {
                method: method.toUpperCase(),
                headers: {
                  'x-sijil': '1',
                  ...(media === undefined ? {} : { 'content-type': media }),
                  ...Object.fromEntries(
                    Object.entries(headers).map(([key, value]) => [key, wellFormed(value).replace(/[^ -~]/g, '')]),
                  ),
                },
                body: sent === undefined ? null : media === 'application/json' ? JSON.stringify(sent) : String(sent),
              })
              const text = await response.text()
              expect(
                response.status,
                `${method} ${address}?${search} ${JSON.stringify(sent)} → ${text.slice(0, 300)}`,
              ).toBeLessThan(500)
              if (response.status === route.status && isSchema(route.reply) && text !== '')
                expect(route.reply.safeParse(JSON.parse(text)).error?.issues).toBeUndefined()
            },
          ),
          // One that takes nothing is the same each time.
          { numRuns: content === undefined && operation.parameters.length === 0 ? 1 : runs },
        )
      })
  })

/** Path parameters that name something that is there. */
const meeting = (parameters: Operation['parameters'], known: readonly string[]) =>
  fc.record(Object.fromEntries(parameters.map(({ name }) => [name, fc.constantFrom<unknown>(...known)])))

const wellFormed = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\p{Surrogate}/gu, '?')
