import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROLES, type Role } from '@sijil/core/contract/api/role.js'
import { startSijil } from '../../packages/server/src/testing/child.ts'
import {
  type Asker,
  PASSWORD,
  post,
  type Served,
  signedIn,
  startTestServer,
} from '../../packages/server/src/testing/served.ts'

/** A name that nobody without the right may ever see, and a word that stands only in the foreign collection. */
export const NAME = 'Lamis Dorvan'
export const FOREIGN = 'Zubaranda'

const OURS = [
  `Outlet: The Mill Post\nPublished: 2024-03-12\nTitle: Shells hit Kafr Dunya\n\nAt least four civilians were killed and three others were wounded when shells struck the village of Kafr Dunya on Tuesday, rescuers said. ${NAME}, 34, was among the dead, her brother said. "We buried ${NAME} at noon," a neighbour said.`,
  `Outlet: River Daily\nPublished: 2024-03-13\nTitle: Six dead in Kafr Dunya\n\nSix civilians were killed in the shelling of the village of Kafr Dunya on Tuesday, the teacher ${NAME} said.`,
  'Outlet: River Daily\nPublished: 2024-04-20\nTitle: Strike on Aleppo\n\nNine people were killed when an airstrike hit the Syrian city of Aleppo on Saturday, doctors said. More than 400 people have been killed in the province since January.',
]

const THEIRS = `12 May 2024 - Seven civilians were killed when shells hit the village of ${FOREIGN}, rescuers said. More than 900 people have been killed in ${FOREIGN} since January.`

/** A server with two collections, and somebody of each role in the first of them. */
export interface World {
  readonly served: Served
  readonly owner: Asker
  readonly people: Readonly<Record<Role, Asker>>
  /** Ids of things of the first collection, and of the second, which only the owner may read. */
  readonly ours: Things
  readonly theirs: Things
  readonly collection: number
  remove(): Promise<void>
}

export interface Things {
  readonly document: string
  readonly claim: string
  readonly incident: string
  readonly import: number
  readonly upload: string
}

/** Starts a server and fills it. */
export const makeWorld = async (args: readonly string[] = []): Promise<World> => {
  const { served, owner, remove } = await startTestServer(args, async (data) => {
    const reports = join(data, '..', 'reports')
    await mkdir(reports, { recursive: true })
    await Promise.all(OURS.map((text, i) => writeFile(join(reports, `report-${i}.txt`), text)))
    await startSijil(['ingest', reports, '--data', data]).end()
  })
  const { body: collection } = await owner.client.call('addCollection', { body: { name: 'foreign' } })
  const ours = await pasted(
    owner,
    'Two people were killed when a mine exploded near Deir Rahba on 3 June 2024, police said.',
    1,
    'ours',
  )
  const theirs = await pasted(owner, THEIRS, collection.id, 'theirs')
  const people = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await somebody(served, owner, role)] as const)),
  ) as Record<Role, Asker>
  return {
    served,
    owner,
    people,
    collection: collection.id,
    ours: await thingsOf(owner, ours, 'report-0.txt'),
    theirs: await thingsOf(owner, theirs, 'theirs'),
    remove,
  }
}

/** Somebody with a role in the first collection, signed in. */
export const somebody = async (
  served: Served,
  owner: Asker,
  role: Role,
  email = `${role}@example.org`,
): Promise<Asker> => {
  const grants = [{ collection: 1, role }]
  const { body } = await owner.client.call('addPerson', { body: { email, name: `A ${role}`, grants } })
  return signedIn(served, await post(served.nobody, '/api/session/join', { secret: body.secret, password: PASSWORD }))
}

const pasted = async (owner: Asker, text: string, collection: number, name: string): Promise<string> => {
  const { body } = await owner.client.call('addReport', { body: { text, name, collection } })
  await (await owner.send(`/api/uploads/${body.id}/events`)).text()
  return body.id
}

const thingsOf = async (owner: Asker, upload: string, doc: string): Promise<Things> => {
  const { body } = await owner.client.call('listClaims', { query: { doc, scope: 'incident' } })
  const [claim] = body.items
  const { body: sent } = await owner.client.call('showUpload', { params: { id: upload } })
  return {
    document: claim?.document ?? '',
    claim: claim?.id ?? '',
    incident: claim?.incidents[0]?.id ?? '',
    import: sent.import ?? 0,
    upload,
  }
}
