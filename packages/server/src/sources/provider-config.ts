import { readFile } from 'node:fs/promises'
import { providerConfigSchema } from '@sijil/core/contract/provider-config.js'
import { providerMisnamed } from '../problems/access.ts'
import type { ProviderConfig } from './identity-provider.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The identity provider that the environment names: the file of SIJIL_OIDC_FILE (JSON with issuer, clientId, clientSecret, name), or
 * SIJIL_OIDC_ISSUER, SIJIL_OIDC_CLIENT_ID, SIJIL_OIDC_CLIENT_SECRET and SIJIL_OIDC_NAME. Null where none is named. Throws a Problem
 * for one that is named by halves.
 */
export const providerConfig = async (env: Environment): Promise<ProviderConfig | null> => {
  const file = env.SIJIL_OIDC_FILE
  if (file) return checked(await read(file), file)
  if (!env.SIJIL_OIDC_ISSUER) return null
  const named = {
    issuer: env.SIJIL_OIDC_ISSUER,
    clientId: env.SIJIL_OIDC_CLIENT_ID ?? '',
    clientSecret: env.SIJIL_OIDC_CLIENT_SECRET ?? '',
    ...(env.SIJIL_OIDC_NAME ? { name: env.SIJIL_OIDC_NAME } : {}),
  }
  return checked(named, 'SIJIL_OIDC_…')
}

const read = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    // What stands in it is a secret: nothing of it is told.
    throw providerMisnamed(file, 'it cannot be read, or is no JSON')
  }
}

const checked = (value: unknown, where: string): ProviderConfig => {
  const result = providerConfigSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw providerMisnamed(where, `${issue?.path.join(' ') || 'it'}: ${issue?.message ?? 'it is not right'}`)
}
