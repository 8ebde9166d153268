import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env.SIJIL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const executablePath = PLACES.find((place): place is string => place !== undefined && place !== '' && existsSync(place))

/** Whether there is a browser to test with. */
export const chromiumIsThere = executablePath !== undefined
if (!chromiumIsThere)
  console.info(
    'there is no Chromium: what needs a browser is not tested (`apt-get install chromium`, or name one by SIJIL_CHROMIUM)',
  )

/** No network but this machine's own server, no first-run pages, and a software renderer for the map. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu-compositing',
  '--enable-unsafe-swiftshader',
]

export const launch = (): Promise<Browser> => {
  if (executablePath === undefined) throw new Error('there is no Chromium')
  return chromium.launch({ executablePath, args: ARGS })
}
