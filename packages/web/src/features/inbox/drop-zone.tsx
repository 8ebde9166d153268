import { useQueryClient } from '@tanstack/react-query'
import { ClipboardPaste, FileUp, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { DropZone as AriaDropZone, FileTrigger, isFileDropItem, ProgressBar } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { Words } from '../../components/ltr.tsx'
import { say } from '../../components/toasts.tsx'
import { percent } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { problemWords } from '../../lib/problem-words.ts'
import { useMay } from '../../lib/session.ts'
import { PasteSheet } from './paste-sheet.tsx'
import { type Progress, upload } from './upload.ts'

/** Reports in: dropped, chosen or pasted, with how far each has come. */
export const DropZone = ({ showLedger }: { readonly showLedger: () => void }) => {
  const t = useT()
  const client = useQueryClient()
  const mayUpload = useMay('upload')
  const [running, setRunning] = useState<readonly Progress[]>([])
  const [pasting, setPasting] = useState(false)
  const tell = (progress: Progress): void =>
    setRunning((all) => [...all.filter(({ name }) => name !== progress.name), progress])

  const takeIn = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      try {
        const end = await upload(file, tell)
        say(end.problem ?? t('import.done', { name: file.name }), { tone: end.problem ? 'alert' : 'done' })
      } catch (error) {
        say(problemWords(error, t), { tone: 'alert' })
      }
      setRunning((all) => all.filter(({ name }) => name !== file.name))
      await client.invalidateQueries()
    }
  }

  return (
    <>
      {running.map((progress) => (
        <ProgressBar
          key={progress.name}
          aria-label={progress.name}
          isIndeterminate={progress.share === null}
          value={(progress.share ?? 0) * 100}
          className="w-44 text-[0.82rem]"
        >
          <span className="flex justify-between gap-2">
            <Words className="truncate">{progress.name}</Words>
            {progress.share !== null && percent(progress.share)}
          </span>
          <span className="mt-0.5 block h-1.5 overflow-hidden rounded bg-line">
            <span
              className={`block h-full rounded bg-accent ${progress.share === null ? 'animate-pulse' : ''}`}
              style={{ inlineSize: `${(progress.share ?? 1) * 100}%` }}
            />
          </span>
        </ProgressBar>
      ))}
      <Button look="quiet" onPress={showLedger}>
        <ScrollText aria-hidden="true" className="size-4" />
        {t('import.ledger')}
      </Button>
      {mayUpload && (
        <>
          <Button onPress={() => setPasting(true)}>
            <ClipboardPaste aria-hidden="true" className="size-4" />
            {t('import.paste')}
          </Button>
          <AriaDropZone
            aria-label={t('import.drop')}
            onDrop={async ({ items }) =>
              takeIn(await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())))
            }
            className="rounded-md outline-offset-2 data-drop-target:outline-2 data-drop-target:outline-accent"
          >
            <FileTrigger allowsMultiple onSelect={(list) => takeIn([...(list ?? [])])}>
              <Button look="primary">
                <FileUp aria-hidden="true" className="size-4" />
                {t('import.choose')}
              </Button>
            </FileTrigger>
          </AriaDropZone>
        </>
      )}
      <PasteSheet isOpen={pasting} close={() => setPasting(false)} tell={tell} />
    </>
  )
}
