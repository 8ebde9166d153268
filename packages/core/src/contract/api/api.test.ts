import { expect, test } from 'vitest'
import { makeClient } from './client.ts'
import { openapiOf } from './openapi.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes.ts'

test('every route has a path of its own, and parameters for what stands in it', () => {
  const seen = new Set<string>()
  for (const [name, route] of Object.entries(ROUTES)) {
    const key = `${route.method} ${route.path}`
    expect(seen.has(key), key).toBe(false)
    seen.add(key)
    const wanted = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param)
    const known = 'params' in route ? Object.keys(route.params.shape) : []
    expect(known, name).toEqual(wanted)
  }
})

test('every write tells the version it was made from, or why it needs none', () => {
  for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
    const says = [route.versioned, route.writes].filter((one) => one !== undefined)
    expect(says, name).toHaveLength(route.method === 'get' ? 0 : 1)
    // What replaces or changes in the manner of HTTP changes what is there.
    if (route.method === 'patch') expect([true, 'tells'], name).toContain(route.versioned ?? route.writes)
  }
})

test('OpenAPI has an operation for every route', () => {
  const { openapi, paths } = openapiOf(ROUTES, '1') as {
    openapi: string
    paths: Record<string, Record<string, { operationId: string }>>
  }
  expect(openapi).toBe('3.1.0')
  const names = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
  expect(names.sort()).toEqual(Object.keys(ROUTES).sort())
})

test('the client puts parameters where the route has them, encoded', async () => {
  const client = makeClient({ origin: 'http://x' })
  expect(client.url('showIncident', { params: { code: 'A/../B' }, query: { asOf: '2024-01-01' } })).toBe(
    'http://x/api/incidents/A%2F..%2FB?asOf=2024-01-01',
  )
})
