import { KeyRound } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { useT } from '../../lib/i18n.ts'
import { hasPasskeys } from '../../lib/passkeys.ts'

interface OtherWaysProps {
  readonly byPasskey: () => void
  readonly refused: boolean
  /** What the identity provider is called; null for none. */
  readonly provider: string | null
}

/** Signing in without a password: by a passkey, or by the identity provider. */
export const OtherWays = ({ byPasskey, refused, provider }: OtherWaysProps) => {
  const t = useT()
  // The provider led back here: why.
  const led = new URLSearchParams(location.search).get('refused')
  if (!hasPasskeys() && provider === null) return null
  return (
    <div className="mt-5 flex flex-col gap-3 border-line border-t pt-5">
      {hasPasskeys() && (
        <Button onPress={byPasskey}>
          <KeyRound aria-hidden="true" className="size-4" />
          {t('passkey.signIn')}
        </Button>
      )}
      {refused && (
        <p role="alert" className="m-0 text-alert">
          {t('passkey.refused')}
        </p>
      )}
      {provider !== null && (
        <a href="/api/session/provider" className="text-center text-accent">
          {t('provider.signIn', { name: provider })}
        </a>
      )}
      {led !== null && (
        <p role="alert" className="m-0 text-alert">
          {t(led === 'provider-unreachable' ? 'provider.unreachable' : 'provider.refused')}
        </p>
      )}
    </div>
  )
}
