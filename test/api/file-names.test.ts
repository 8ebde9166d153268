import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import type { Asker } from '../../packages/server/src/testing/served.ts'
import { makeWorld, NAME, type World } from './world.ts'

describe.runIf(isBuilt)('files', { timeout: 180_000 }, () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  }, 300_000)
  afterAll(() => world?.remove())

  test('names that stand in the names of files are hidden with them', async () => {
    const upload = async (name: string, text: string) => {
      const bytes = new TextEncoder().encode(text)
      const { body } = await world.owner.client.call('startUpload', { body: { name, size: bytes.length } })
      await world.owner.client.call('sendUpload', { params: { id: body.id }, query: {}, bytes })
      await (await world.owner.send(`/api/uploads/${body.id}/events`)).text()
      return (await world.owner.client.call('showUpload', { params: { id: body.id } })).body.import ?? 0
    }
    const report = `Two civilians were killed when shells struck Kafr Dunya on 4 June 2024. ${NAME}, 34, was among the dead.`
    const imports = [
      await upload('lamis-dorvan.txt', report),
      await upload('Lamis_Dorvan testimony.xyz', 'nothing that can be read'),
    ]
    const told = async (asker: Asker, more = '') => {
      const paths = ['/api/imports', '/api/documents', ...imports.map((id) => `/api/imports/${id}`)]
      const replies = await Promise.all(paths.map((path) => asker.send(`${path}?${more}`)))
      return (await Promise.all(replies.map((reply) => reply.text()))).join('\n')
    }
    const masked = await told(world.people.coder)
    expect(masked).not.toMatch(/lamis|dorvan/i)
    expect(masked).toContain('testimony.xyz')
    const shown = await told(world.people.reviewer, 'names=show')
    expect(shown).toContain('lamis-dorvan.txt')
    expect(shown).toContain('Lamis_Dorvan testimony.xyz')
  })
})
