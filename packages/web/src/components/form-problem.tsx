import { useT } from '../lib/i18n.ts'
import { problemWords } from '../lib/problem-words.ts'

/** Why a form was not taken, in the server's own words; nothing while nothing is wrong. */
export const FormProblem = ({ error, className = '' }: { readonly error: unknown; readonly className?: string }) => {
  const t = useT()
  if (error === null || error === undefined) return null
  return (
    <p role="alert" className={`m-0 rounded-md bg-alert-wash px-3 py-2 text-alert ${className}`}>
      {problemWords(error, t)}
    </p>
  )
}
