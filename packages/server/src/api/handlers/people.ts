import { addCollection, listCollections, moveDocuments } from '../../actions/accounts/collections.ts'
import { addPerson, changePerson, invitePerson, listPeople } from '../../actions/accounts/people.ts'
import { collected } from '../../actions/collected.ts'
import { listLog } from '../../actions/list-log.ts'
import {
  redactionProfiles,
  redactionVersion,
  setRedactionProfiles,
} from '../../actions/protection/redaction-profiles.ts'
import { verifyStore } from '../../actions/verify-store.ts'
import type { HandlersOf } from '../handlers-of.ts'

type Names =
  | 'listPeople'
  | 'addPerson'
  | 'changePerson'
  | 'invitePerson'
  | 'listCollections'
  | 'addCollection'
  | 'moveDocuments'
  | 'showRedaction'
  | 'setRedaction'
  | 'showLog'
  | 'verifyRecord'

/** Entries that tell of accounts and looks alone; any other may hold words of reports. */
const WITHOUT_NAMES: ReadonlySet<string> = new Set(['account', 'look', 'redaction', 'task', 'view'])

export const peopleHandlers: HandlersOf<Names> = {
  listPeople: async ({ server }) => ({ reply: { items: [...(await listPeople(server.store))] } }),
  addPerson: async ({ server, who, body }) => ({ reply: await addPerson(server.store, body, who.person.id) }),
  changePerson: async ({ server, who, params, body, version: sees }) => {
    const person = await changePerson(server.store, params.id, { ...body, sees }, who.person.id)
    return { reply: person, version: person.version }
  },
  invitePerson: async ({ server, who, params }) => ({
    reply: await invitePerson(server.store, params.id, who.person.id),
  }),
  listCollections: async ({ store }) => ({ reply: { items: [...(await listCollections(store))] } }),
  addCollection: async ({ server, who, body }) => ({
    reply: await addCollection(server.store, body.name, who.person.id),
  }),
  moveDocuments: async ({ server, who, params, body }) => {
    await moveDocuments(server.store, { to: params.id, ...body }, who.person.id)
    return { reply: null }
  },
  showRedaction: async ({ server }) => {
    const profiles = await redactionProfiles(server.store)
    return { reply: profiles, version: redactionVersion(profiles) }
  },
  setRedaction: async ({ server, who, body, version }) => {
    await setRedactionProfiles(server.store, body, { by: who.person.id, sees: version })
    return { reply: body, version: redactionVersion(body) }
  },
  showLog: async ({ server, query: { limit, after }, protection }) => {
    const entries = await listLog(server.store, Number(after ?? 0), limit + 1)
    const shown = entries.slice(0, limit)
    return {
      reply: {
        items: shown.map(({ seq, at, kind, body, hash }) => ({
          seq,
          at,
          kind,
          body: protection.shown || WITHOUT_NAMES.has(kind) ? body : null,
          hash,
        })),
        next: entries.length > limit ? String(shown.at(-1)?.seq ?? 0) : null,
        total: null,
      },
      about: [],
    }
  },
  verifyRecord: async ({ server }) => ({ reply: { items: [...(await collected(verifyStore(server.store)))] } }),
}
