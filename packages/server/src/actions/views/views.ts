import { randomUUID } from 'node:crypto'
import type { ViewPage, ViewRecord, ViewSearch } from '@sijil/core/contract/api/routes/views.js'
import { stateVersion } from '@sijil/core/contract/versions.js'
import { alreadyThere, namesSomebody, noSuchThing, notAllowed, tooManyOf } from '../../problems/access.ts'
import type { Db } from '../../store/database.ts'
import type { Store } from '../../store/open-store.ts'
import { appendLog } from '../../store/queries/log.ts'
import {
  countViews,
  deleteView,
  insertView,
  type SavedView,
  updateView,
  viewById,
  viewNamed,
  viewsFor,
} from '../../store/queries/saved-views.ts'
import { transact } from '../../store/transact.ts'
import { expectVersion } from '../keep-review.ts'
import { asksForNames } from '../protection/asks-for-names.ts'
import type { NameKeeper } from '../protection/name-keeper.ts'

/** Who keeps views, and what they may do with those of others. */
export interface ViewOwner {
  readonly person: string
  /** Whether they may share: what is shared, everybody reads, and only they can be told that it names somebody. */
  readonly mayShare: boolean
  /** Whether they may change what others share. */
  readonly keepsShared: boolean
}

/** What a view says. */
export interface ViewWords {
  readonly name: string
  readonly search: ViewSearch
  readonly shared: boolean
}

/** A person's views and those that others share, by name. Nobody is shown another's in which a protected word stands. */
export const listViews = async (
  store: Store,
  names: NameKeeper,
  { person }: ViewOwner,
  page: ViewPage | null,
): Promise<readonly ViewRecord[]> => {
  const views = (await viewsFor(store.db, person)).filter((view) => page === null || view.page === page)
  const shown = await Promise.all(
    views.map(async (view) => view.person_id === person || !(await namesOne(store, names, view))),
  )
  return views.filter((_, i) => shown[i]).map((view) => recordOf(view, person))
}

const MOST_VIEWS = 200

/** Keeps a view. Throws a Problem where the page has one of that name, or it may not be shared. */
export const addView = async (
  store: Store,
  names: NameKeeper,
  owner: ViewOwner,
  { page, ...words }: ViewWords & { readonly page: ViewPage },
): Promise<ViewRecord> => {
  await expectShareable(store, names, owner, words)
  return transact(store.db, 'accounts', async (tx) => {
    if ((await countViews(tx, owner.person)) >= MOST_VIEWS) throw tooManyOf('saved views', MOST_VIEWS)
    if ((await viewNamed(tx, owner.person, page, words.name)) !== undefined) throw alreadyThere('a view of that name')
    const id = randomUUID()
    await insertView(tx, { id, person_id: owner.person, page, ...words, search: JSON.stringify(words.search) })
    await appendLog(tx, 'view', { act: 'add', view: id, shared: words.shared, by: owner.person })
    return recordOf(await expectView(tx, owner, id), owner.person)
  })
}

/**
 * Changes a view from the version that was seen. Throws a Problem where it is not theirs to change, another version stands,
 * the page has another of that name, or it may not be shared.
 */
export const changeView = async (
  store: Store,
  names: NameKeeper,
  owner: ViewOwner,
  { id, sees, ...words }: ViewWords & { readonly id: string; readonly sees: string },
): Promise<ViewRecord> => {
  await expectShareable(store, names, owner, words)
  return transact(store.db, 'accounts', async (tx) => {
    const known = await expectView(tx, owner, id)
    expectVersion('the view', { sees }, versionOf(known), [])
    const namesake = await viewNamed(tx, known.person_id, known.page, words.name)
    if (namesake !== undefined && namesake !== id) throw alreadyThere('a view of that name')
    await updateView(tx, id, { ...words, search: JSON.stringify(words.search) })
    await appendLog(tx, 'view', { act: 'change', view: id, shared: words.shared, by: owner.person })
    return recordOf(await expectView(tx, owner, id), owner.person)
  })
}

/** Removes a view. Throws a Problem where it is not theirs to change, or another version stands than was seen. */
export const removeView = async (
  store: Store,
  owner: ViewOwner,
  { id, sees }: { readonly id: string; readonly sees: string },
): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    const known = await expectView(tx, owner, id)
    expectVersion('the view', { sees }, versionOf(known), [])
    await deleteView(tx, id)
    await appendLog(tx, 'view', { act: 'remove', view: id, by: owner.person })
  })

/** A view that they may change. Others' views are not there. */
const expectView = async (tx: Db, { person, keepsShared }: ViewOwner, id: string): Promise<SavedView> => {
  const view = await viewById(tx, id)
  if (view === undefined || !(view.person_id === person || (view.shared && keepsShared))) throw noSuchThing('view')
  return view
}

const expectShareable = async (
  store: Store,
  names: NameKeeper,
  { mayShare }: ViewOwner,
  words: ViewWords,
): Promise<void> => {
  if (!words.shared) return
  // Whether a word is protected is told to nobody who may not see names.
  if (!mayShare) throw notAllowed()
  if (await namesOne(store, names, words)) throw namesSomebody()
}

/** Places are told all the same, even one that is called like a person. */
const PLACES: ReadonlySet<string> = new Set(['place', 'country'])

const namesOne = (store: Store, names: NameKeeper, { name, search }: Pick<ViewWords, 'name' | 'search'>) => {
  const words = Object.entries(search).flatMap(([key, value]) => (PLACES.has(key) ? [] : [value].flat()))
  const texts = words.filter((word) => typeof word === 'string')
  const actor = typeof search.actor === 'string' ? search.actor : ''
  return asksForNames(store, names, { search: [name, ...texts].join(' '), actor })
}

const versionOf = ({ id, changes }: SavedView): string => stateVersion('view', [id, changes])

const recordOf = (view: SavedView, person: string): ViewRecord => ({
  id: view.id,
  page: view.page,
  name: view.name,
  search: view.search,
  shared: view.shared,
  own: view.person_id === person,
  by: view.by,
  version: versionOf(view),
})
