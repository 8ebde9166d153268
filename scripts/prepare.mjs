/**
 * What npm runs after an install: builds. `npm install -g .` in a fresh checkout links the folder without what it needs;
 * then everything is installed first, which builds at its own end.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const run = (command, env = process.env) => {
  const { status } = spawnSync(command, { cwd: root, env, shell: true, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

if (existsSync(join(root, 'node_modules/.bin/tsc'))) run('npm run -s build')
else {
  // The settings of a global install are not meant for this one.
  const { npm_config_global: _g, npm_config_prefix: _p, npm_config_location: _l, ...env } = process.env
  run('npm ci', env)
}
