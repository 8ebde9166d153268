/** The words of signing in otherwise than by password. */
export const enAccount = {
  'admin.account': 'My account',
  'passkey.title': 'Passkeys',
  'passkey.none': 'You have none yet.',
  'passkey.name': 'What to call this device',
  'passkey.add': 'Add a passkey',
  'passkey.remove': 'Remove the passkey {name}',
  'passkey.removeShort': 'Remove',
  'passkey.signIn': 'Sign in with a passkey',
  'passkey.confirm': 'Use a passkey instead',
  'passkey.refused': 'No passkey was shown. Try again, or use your password.',
  'passkey.notHere':
    'Browsers keep passkeys for names, not for bare addresses: open this page as {address}, or by the name of the server.',
  'passkey.about':
    'A passkey stays on your device and stands for password and second factor together. Whoever takes a device that opens by itself has it too.',
  'provider.title': 'Identity provider',
  'provider.signIn': 'Sign in with {name}',
  'provider.linked': 'You can sign in there.',
  'provider.notLinked': 'You can sign in there once your account is linked to it.',
  'provider.link': 'Link my account',
  'provider.unlink': 'Unlink my account',
  'provider.refused':
    'It did not work. You need an invitation to the same e-mail address, which the provider must have verified, or an account that you linked.',
  'provider.unreachable': 'The identity provider does not answer. Sign in otherwise, or try again later.',
} as const
