import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client'
import { messageOf } from '../error-facts.ts'
import { providerUnreachable } from '../problems/access.ts'

/** An identity provider that the terminal named. */
export interface ProviderConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly name: string
}

/** What has to be remembered until the provider leads back. */
export interface ProviderStart {
  readonly verifier: string
  readonly nonce: string
}

/** Who the provider says it is. */
export interface ProvidedIdentity {
  readonly issuer: string
  readonly subject: string
  /** Null unless the provider says that it verified it. */
  readonly verifiedEmail: string | null
}

/** The provider's side of OpenID Connect: authorization code with PKCE, state and nonce. */
export interface IdentityProvider {
  readonly name: string
  /** Where to lead the browser. Throws a Problem where the provider does not answer. */
  start(state: string, redirectUri: string): Promise<{ readonly url: string; readonly remember: ProviderStart }>
  /** Who came back. Throws whatever does not hold: state, nonce, signature, audience, time. */
  finish(returned: URL, state: string, remembered: ProviderStart): Promise<ProvidedIdentity>
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** A provider, asked for its keys and addresses when it is first needed. */
export const identityProvider = (config: ProviderConfig): IdentityProvider => {
  let found: Promise<Configuration> | undefined
  const discovered = async (): Promise<Configuration> => {
    const issuer = new URL(config.issuer)
    // Without TLS only on this machine: for trials.
    const execute = issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname) ? [allowInsecureRequests] : []
    found ??= discovery(issuer, config.clientId, config.clientSecret, undefined, { execute })
    try {
      return await found
    } catch (error) {
      // The next one asks again.
      found = undefined
      throw providerUnreachable(config.issuer, messageOf(error))
    }
  }
  return {
    name: config.name,
    start: async (state, redirectUri) => {
      const verifier = randomPKCECodeVerifier()
      const nonce = randomNonce()
      const url = buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, remember: { verifier, nonce } }
    },
    finish: async (returned, state, { verifier, nonce }) => {
      const at = await discovered()
      const tokens = await authorizationCodeGrant(at, returned, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) throw new TypeError('the provider gave no identity')
      // Some providers tell the e-mail only when asked again.
      const told =
        claims.email === undefined && at.serverMetadata().userinfo_endpoint !== undefined
          ? await fetchUserInfo(at, tokens.access_token, claims.sub)
          : claims
      const { email, email_verified: verified } = told
      return {
        issuer: claims.iss,
        subject: claims.sub,
        verifiedEmail: verified === true && typeof email === 'string' ? email : null,
      }
    },
  }
}
