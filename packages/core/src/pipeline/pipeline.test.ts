import { expect, test } from 'vitest'
import { makePipeline } from './pipeline.ts'
import type { Context, Stage } from './stage.ts'

const stage = (name: string, needs: Stage['needs'], adds: Stage['adds']): Stage => ({
  name,
  version: '1',
  needs,
  adds,
  run: () => Object.fromEntries(adds.map((layer) => [layer, [{ text: name }]])) as never,
})
const context = { today: '2026-01-01', lexicons: new Map() } as unknown as Context

test('runs the stages in their order and keeps the layers that were given', () => {
  const pipeline = makePipeline(
    [stage('ingest', ['raw'], ['documents']), stage('extract', ['documents'], ['claims'])],
    ['raw'],
  )
  const result = pipeline.run({ raw: [] }, context)
  expect(Object.keys(result)).toEqual(['raw', 'documents', 'claims'])
})

test('refuses a list whose needs are not met, naming stage and layer', () => {
  const wrong = () => makePipeline([stage('extract', ['documents', 'readings'], ['claims'])], ['documents'])
  expect(wrong).toThrow('extract needs "readings", which no stage before it adds')
})
