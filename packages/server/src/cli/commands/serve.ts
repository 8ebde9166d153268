import { once } from 'node:events'
import { type Command, InvalidArgumentError } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { storeOptions, useStore } from '../use-store.ts'
import { readVersion } from '../version.ts'

interface ServeCommandOptions {
  readonly port: number
  readonly host: string
  readonly origin?: string
  readonly limits: boolean
}

/** `sijil serve`: the API and the web pages. */
export const serveCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'serve', {
    summary: 'the API and the web pages, for people with accounts',
    about:
      'Serves the API, its reference (/api/docs) and the web pages on one port, for people with accounts. While there is no account it ' +
      'prints a link that makes the first one and works once. Ctrl-C, or a SIGTERM, stops it in order; an import that was being read goes ' +
      'on at the next start.',
    examples: [
      ['sijil serve', 'on this machine alone: http://127.0.0.1:4880'],
      ['sijil serve --host 0.0.0.0 --origin https://sijil.example.org', 'behind a proxy that speaks TLS'],
    ],
    notes:
      'On any address but this machine it wants a proxy with TLS before it, named by --origin; the proxy must set X-Forwarded-For. ' +
      'People may sign in by an OpenID Connect provider that SIJIL_OIDC_FILE names, or SIJIL_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET and ' +
      '_NAME. Everything it can do is in docs/api.md.',
  })
    .option('--port <number>', 'the port; 0 takes any that is free', portOption, 4880)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--origin <url>', 'where browsers reach it through a proxy with TLS', originOption)
    .option('--no-limits', 'limit no rates of requests: for measurements only')
    .action(async ({ port, host, origin, limits }: ServeCommandOptions, command: Command) => {
      const { serve } = await import('../../api/serve.ts')
      const { providerConfig } = await import('../../sources/provider-config.ts')
      const { io } = cli
      const provider = await providerConfig(io.env)
      await useStore(command, cli, async (store) => {
        const serving = await serve(store, {
          host,
          port,
          origin: origin ?? null,
          limited: limits,
          version: readVersion(),
          storeOptions: storeOptions(command, cli),
          provider,
          tell: (line) => void io.err.write(`${line}\n`).catch(() => undefined),
        })
        if (serving.setupUrl !== null)
          await io.err.write(
            `There is no account yet. This link makes the first one, and works once:\n  ${serving.setupUrl}\n`,
          )
        // Last: whoever waits for the address has everything then.
        await io.out.write(`${serving.url}\n`)
        await stopAsked(io.signal)
        await serving.stop()
      })
    })

const stopAsked = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort')
}

const portOption = (value: string): number => {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError('It must be a port, 0 to 65535.')
  return Number(value)
}

const originOption = (value: string): string => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || url.origin === 'null' || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It must be an address like https://sijil.example.org.')
  return url.origin
}
