import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

interface Routes {
  readonly ROUTES: Readonly<Record<string, { readonly method: string; readonly path: string }>>
}

/**
 * Leaves the routes' methods and paths in the pages, and takes their schemas out: only the server checks by them, and with
 * their library they weigh as much as a page.
 */
export const routesPlugin = (): Plugin => ({
  name: 'sijil-routes',
  apply: 'build',
  load: async (id) => {
    if (!/\/core\/dist\/contract\/api\/routes\.js$/.test(id)) return null
    const { ROUTES } = (await import(pathToFileURL(id).href)) as Routes
    const slim = Object.entries(ROUTES).map(([name, { method, path }]) => [name, { method, path }])
    return `export const ROUTES = ${JSON.stringify(Object.fromEntries(slim))}`
  },
})
