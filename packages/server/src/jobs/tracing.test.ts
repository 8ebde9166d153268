import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { startTracing, traced } from './tracing.ts'

const VARIABLE = 'OTEL_EXPORTER_OTLP_ENDPOINT'
afterEach(() => {
  delete process.env[VARIABLE]
})

it('makes no traces unless they are asked for', async () => {
  expect(await startTracing({})).toBeNull()
  expect(await traced('work', {}, async () => 7)).toBe(7)
})

it('sends what was traced, failures too, where it is asked to', async () => {
  const received: string[] = []
  const server = createServer((request, response) => {
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      received.push(`${request.url} ${body}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  process.env[VARIABLE] = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const tracing = await startTracing(process.env)
  await traced('job ingest', { 'sijil.job': 'j1' }, async () => undefined)
  const failing = traced('job link', {}, async () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  await tracing?.end()
  server.close()
  expect(received).toHaveLength(1)
  expect(received[0]).toMatch(/^\/v1\/traces .*"job ingest".*"job link"/)
})
