import type { Page } from 'playwright-core'

/** Every page of the workbench: its address, and what shows that it is there. */
export interface Visit {
  readonly name: string
  readonly path: string
  readonly shows: string
}

interface Known {
  readonly incident: string
  readonly document: string
}

/** An incident with several origins, and a document with several claims: what the examples hold. */
export const known = async (page: Page): Promise<Known> => {
  const ask = (path: string): Promise<{ items: { id: string; origins: number; claims: unknown }[] }> =>
    page.evaluate((url) => fetch(url, { headers: { 'x-sijil': '1' } }).then((reply) => reply.json()), path)
  const incidents = (await ask('/api/incidents?limit=100')).items
  const documents = (await ask('/api/documents?limit=100')).items
  const incident = [...incidents].sort((a, b) => b.origins - a.origins)[0]
  const document = [...documents].sort((a, b) => Number(b.claims) - Number(a.claims))[0]
  if (incident === undefined || document === undefined) throw new Error('the store holds no examples')
  return { incident: incident.id, document: document.id }
}

export const visits = ({ incident, document }: Known): readonly Visit[] => [
  { name: 'incidents', path: '/incidents', shows: 'main a[href^="/incidents/"]:visible' },
  { name: 'incident', path: `/incidents/${incident}`, shows: 'blockquote' },
  { name: 'sheet', path: `/incidents/${incident}/sheet`, shows: '.sheet q' },
  { name: 'inbox', path: `/inbox?doc=${document}`, shows: '[role=option]' },
  { name: 'queue', path: '/review', shows: 'main ol li' },
  { name: 'review', path: `/review/${document}`, shows: 'mark.evidence' },
  { name: 'map', path: '/map', shows: '[data-drawn] canvas' },
  { name: 'timeline', path: '/timeline', shows: 'figure svg' },
  { name: 'tolls', path: '/tolls', shows: 'main blockquote' },
  { name: 'coding', path: '/coding', shows: 'main h1' },
  ...ADMIN.map(({ part, shows }) => ({ name: `settings-${part}`, path: `/admin?part=${part}`, shows })),
]

/** The pages of two who code one document: made by whoever visits them. */
export const codingVisits = (coding: string): readonly Visit[] => [
  { name: 'coding-sheet', path: `/coding/${coding}`, shows: 'mark.evidence' },
]
export const agreementVisits = (coding: string): readonly Visit[] => [
  { name: 'agreement', path: `/coding/${coding}/agreement`, shows: 'main table' },
]

const ADMIN = [
  { part: 'people', shows: 'main table' },
  { part: 'collections', shows: 'main table' },
  { part: 'outlets', shows: 'main table' },
  { part: 'organisations', shows: 'main table' },
  { part: 'gazetteers', shows: '[role=tabpanel] li' },
  { part: 'vocabularies', shows: '[role=tabpanel] dl' },
  { part: 'judgements', shows: '[role=tabpanel]' },
  { part: 'log', shows: '[role=tabpanel] ol li' },
  { part: 'jobs', shows: 'main table' },
  { part: 'system', shows: '[role=tabpanel] dl' },
] as const

/** Opens a page and waits until it shows what it is for. */
export const visit = async (page: Page, base: string, { path, shows }: Visit): Promise<void> => {
  await page.goto(base + path)
  await page.locator(shows).first().waitFor({ state: 'visible' })
  await page.evaluate(() => document.fonts.ready)
}
