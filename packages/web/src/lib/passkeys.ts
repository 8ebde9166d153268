import { api } from './api.ts'

/** Whether this browser, at this address, has passkeys: they hold for names over TLS or on this machine, never for bare addresses. */
export const hasPasskeys = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && window.isSecureContext && !/^[\d.:[\]]+$/.test(location.hostname)

/** The browser's part of WebAuthn, fetched when it is first needed. */
const webauthn = () => import('@simplewebauthn/browser')

const shown = async () => {
  const { body } = await api.call('startPasskeySignIn', {})
  const { startAuthentication } = await webauthn()
  const credential = await startAuthentication({ optionsJSON: body.options as never })
  return { ceremony: body.ceremony, credential: { ...credential } }
}

/** Signs in with whichever passkey the person chooses. */
export const signInByPasskey = async () => api.call('passkeySignIn', { body: await shown() })

/** Shows a passkey again, for sensitive acts. */
export const confirmByPasskey = async () => api.call('confirmByPasskey', { body: await shown() })

/** Makes a passkey on this device and adds it to the account. */
export const addPasskey = async (name: string) => {
  const { body } = await api.call('startPasskey', {})
  const { startRegistration } = await webauthn()
  const credential = await startRegistration({ optionsJSON: body.options as never })
  return api.call('addPasskey', { body: { name, ceremony: body.ceremony, credential: { ...credential } } })
}
