import { createServer, type Server } from 'node:http'
import type { StatusRecord } from '@sijil/core/contract/status-record.js'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What a worker counts, for Prometheus to ask for. */
export interface Metrics {
  jobDone(queue: string, ms: number): void
  jobFailed(queue: string): void
  /** All metrics as text, with the state of the queues at this moment. */
  text(): Promise<string>
}

/** Metrics of this process and, whenever they are asked for, of the queues. */
export const makeMetrics = (status: () => Promise<StatusRecord>): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'sijil_' })
  const common = { registers: [registry] }
  const took = new Histogram({
    ...common,
    name: 'sijil_job_seconds',
    help: 'How long jobs took in this worker.',
    labelNames: ['queue'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60],
  })
  const failed = new Counter({
    ...common,
    name: 'sijil_job_failures_total',
    help: 'Failed tries in this worker.',
    labelNames: ['queue'],
  })
  const jobs = new Gauge({
    ...common,
    name: 'sijil_jobs',
    help: 'Jobs by queue and state.',
    labelNames: ['queue', 'state'],
  })
  const lag = new Gauge({
    ...common,
    name: 'sijil_queue_lag_seconds',
    help: 'How long the oldest waiting job waits.',
    labelNames: ['queue'],
  })
  const toLink = new Gauge({ ...common, name: 'sijil_documents_to_link', help: 'Documents that wait to be linked.' })
  return {
    jobDone: (queue, ms) => took.observe({ queue }, ms / 1000),
    jobFailed: (queue) => failed.inc({ queue }),
    text: async () => {
      const now = await status()
      toLink.set(now.toLink)
      for (const one of now.queues) {
        lag.set({ queue: one.queue }, one.lag ?? 0)
        for (const state of ['waiting', 'active', 'failed'] as const) jobs.set({ queue: one.queue, state }, one[state])
      }
      return registry.metrics()
    },
  }
}

/** Serves metrics at /metrics of this machine alone; port 0 = any that is free. */
export const serveMetrics = (metrics: Metrics, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(async (request, response) => {
      if (request.url !== '/metrics') {
        response.writeHead(404).end()
        return
      }
      try {
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(await metrics.text())
      } catch {
        response.writeHead(503).end()
      }
    })
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
