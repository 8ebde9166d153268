import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where things are kept that can be made anew at any time: as the conventions of the platform have it. */
export const cacheFolder = (env: Readonly<Record<string, string | undefined>> = process.env): string => {
  const named = env.SIJIL_CACHE
  if (named !== undefined && named !== '') return named
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Sijil')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? tmpdir(), 'Sijil', 'Cache')
  const xdg = env.XDG_CACHE_HOME
  return join(xdg?.startsWith('/') ? xdg : join(homedir(), '.cache'), 'sijil')
}
