import type { Span } from '@sijil/core/model/span.js'
import type { Organisations } from '@sijil/core/origins/organisations.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { importedIndexes } from '../../sources/imported-gazetteers.ts'
import { loadOrganisations } from '../../sources/lexicons.ts'
import { loadContext } from '../../sources/load-context.ts'
import type { Store } from '../../store/open-store.ts'
import { loadDocuments } from '../../store/queries/documents.ts'
import { listOrganisationLists } from '../../store/queries/organisations.ts'
import {
  documentsWithoutNames,
  insertNames,
  insertProtectedWords,
  knownNames,
  type NameSpans,
} from '../../store/queries/person-names.ts'
import { NAMES_MAKER, namesIn } from './names-in.ts'

/** The names of persons in some documents. */
export interface NamesFound {
  /** As they stand. */
  readonly words: ReadonlySet<string>
  /** Documents in which nobody can tell. */
  readonly unreadable: ReadonlySet<string>
  /** Where they stand, by document. */
  readonly spans: ReadonlyMap<string, NameSpans>
}

/** Tells the names of persons in documents; each document is read for them once and never again. */
export interface NameKeeper {
  /** Reads every document for names that was not read for them yet. */
  complete(): Promise<void>
  /** The same for some of them; whether none is left. */
  completeSome(most: number): Promise<boolean>
  namesOf(documents: readonly string[]): Promise<NamesFound>
}

interface Entry {
  readonly spans: NameSpans
  readonly words: readonly string[]
}

const REMEMBERED = 20_000
const TOGETHER = 100

/** A keeper over the whole store, whoever asks: it hides names, and shows none. */
export const nameKeeper = (store: Store): NameKeeper => {
  const known = new Map<string, Entry>()
  let context: Promise<Context> | undefined
  const organisations = organisationsIn(store)
  const find = async (ids: readonly string[]): Promise<void> => {
    const stored = await knownNames(store.db, ids, NAMES_MAKER)
    const documents = await loadDocuments(store.db, ids)
    const found = new Map<string, NameSpans>()
    const bodies = await organisations()
    for (const one of documents) {
      const { id } = one.document
      let spans = stored.get(id)
      if (spans === undefined) {
        context ??= contextOf(store)
        spans = namesIn(one, await context)
        found.set(id, spans)
      }
      const persons = spans?.filter((span) => !isBody(one, wordAt(one, span), bodies)) ?? null
      known.set(id, { spans: persons, words: persons?.map((span) => wordAt(one, span)) ?? [] })
    }
    // Words first: once a document counts as read for names, all of them are protected.
    await insertProtectedWords(
      store.db,
      [...found.keys()].flatMap((id) => known.get(id)?.words ?? []),
    )
    await insertNames(store.db, NAMES_MAKER, found)
  }
  return {
    complete: async () => {
      for (;;) {
        const some = await documentsWithoutNames(store.db, NAMES_MAKER, TOGETHER)
        if (some.length === 0) return
        await find(some)
      }
    },
    completeSome: async (most) => {
      await find(await documentsWithoutNames(store.db, NAMES_MAKER, most))
      return (await documentsWithoutNames(store.db, NAMES_MAKER, 1)).length === 0
    },
    namesOf: async (documents) => {
      const wanted = [...new Set(documents)]
      const unknown = wanted.filter((id) => !known.has(id))
      if (unknown.length > 0) {
        if (known.size > REMEMBERED) known.clear()
        await find(known.size === 0 ? wanted : unknown)
      }
      return gathered(wanted, known)
    },
  }
}

const gathered = (wanted: readonly string[], known: ReadonlyMap<string, Entry>): NamesFound => {
  const words = new Set<string>()
  const unreadable = new Set<string>()
  const spans = new Map<string, NameSpans>()
  for (const id of wanted) {
    const entry = known.get(id)
    if (entry === undefined) continue
    spans.set(id, entry.spans)
    if (entry.spans === null) unreadable.add(id)
    for (const word of entry.words) words.add(word)
  }
  return { words, unreadable, spans }
}

const wordAt = ({ text }: DocumentText, { start, end }: Span): string => text.content.slice(start, end)

/**
 * Whether what was taken for a person is none: the outlet or agency of the document itself, or an organisation that Sijil or
 * an admin knows by this very name. No report can say so of another report's words.
 */
const isBody = ({ document }: DocumentText, name: string, organisations: Organisations): boolean => {
  const own = [document.outlet, document.agency].map((one) => one?.toLowerCase())
  if (own.includes(name.replace(/\s+/g, ' ').toLowerCase())) return true
  const words = organisations.words(name).join(' ')
  return organisations
    .findAll(name)
    .some(({ names }) => names.some((one) => organisations.words(one.join(' ')).join(' ') === words))
}

/** The organisations that Sijil brings and those of the imported tables, read anew when the tables are others. */
const organisationsIn = (store: Store): (() => Promise<Organisations>) => {
  let version = ''
  let loaded: Promise<Organisations> | undefined
  return async () => {
    const lists = await listOrganisationLists(store.db)
    const now = lists.map((list) => list.version).join('\n')
    if (loaded === undefined || now !== version) loaded = loadOrganisations(lists.map(({ rows }) => rows))
    version = now
    return loaded
  }
}

/** Imported places too: a village that nobody knows could pass for a person. */
const contextOf = async (store: Store): Promise<Context> =>
  loadContext({ today: new Date().toISOString().slice(0, 10), gazetteers: await importedIndexes(store) })
