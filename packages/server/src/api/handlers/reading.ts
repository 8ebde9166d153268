import { locateTexts, readReport } from '../../actions/read-without-keeping.ts'
import type { HandlersOf } from '../handlers-of.ts'

export const readingHandlers: HandlersOf<'extractText' | 'locateText'> = {
  extractText: async ({ body }) => {
    const { claims, warnings, ...read } = await readReport(body, new Date().toISOString().slice(0, 10))
    return { reply: { ...read, claims: [...claims], warnings: [...warnings] } }
  },
  locateText: async ({ server, body: { texts, country = null } }) => {
    const found = await locateTexts(server.store, texts, country)
    return {
      reply: {
        items: found.map(({ id, places }) => ({ id, places: places.map((one) => ({ ...one, why: [...one.why] })) })),
      },
    }
  },
}
