import { type ReactNode, useEffect } from 'react'

export const AccountCard = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  useEffect(() => {
    document.title = `${title} · Sijil`
  }, [title])
  return (
    <div className="grid min-h-full place-items-center p-5">
      <div className="w-full max-w-sm rounded-xl border border-line bg-raised p-6 shadow-sm">
        <h1 className="mt-0 mb-4 text-xl font-semibold">{title}</h1>
        {children}
      </div>
    </div>
  )
}
