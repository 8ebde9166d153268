/** What of a file was not taken, line by line; nothing where all was. */
export const SkippedLines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul role="status" className="mt-0 mb-3 list-none rounded-md bg-toll-wash px-3 py-2 text-toll">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
