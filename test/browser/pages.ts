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
  { name: 'inbox', path: `/inbox?doc=${document}`, shows: '[role=option]' },
  { name: 'queue', path: '/review', shows: 'main ol li' },
  { name: 'review', path: `/review/${document}`, shows: 'mark.evidence' },
  { name: 'map', path: '/map', shows: '[data-drawn] canvas' },
  { name: 'timeline', path: '/timeline', shows: 'figure svg' },
  { name: 'tolls', path: '/tolls', shows: 'main blockquote' },
  { name: 'settings', path: '/admin', shows: '[role=tab]' },
]

/** Opens a page and waits until it shows what it is for. */
export const visit = async (page: Page, base: string, { path, shows }: Visit): Promise<void> => {
  await page.goto(base + path)
  await page.locator(shows).first().waitFor({ state: 'visible' })
  await page.evaluate(() => document.fonts.ready)
}
