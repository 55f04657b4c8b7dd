import { Button, Container, InlineTip } from "@medusajs/ui"
import { useWords } from "../../../../lib/use-words"

interface SaveBarProps {
  /** Somebody else has saved in the meantime: who, in the server's words. */
  conflict: string | null
  isChanged: boolean
  isSaving: boolean
  reload: () => unknown
  discard: () => void
}

/** Saves the form it stands in, or gives up what was changed. */
export function SaveBar({ conflict, isChanged, isSaving, reload, discard }: SaveBarProps) {
  const { say } = useWords()
  if (conflict) {
    return (
      <Container className="sticky bottom-2 z-10 flex flex-col items-end gap-y-3 px-6 py-4">
        <InlineTip
          variant="warning"
          label={say("settings.conflict")}
          role="alert"
          className="w-full"
        >
          {conflict}
        </InlineTip>
        <Button type="button" size="small" onClick={() => void reload()}>
          {say("settings.loadAgain")}
        </Button>
      </Container>
    )
  }
  return (
    <Container className="sticky bottom-2 z-10 flex items-center justify-end gap-x-2 px-6 py-4">
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={!isChanged || isSaving}
        onClick={discard}
      >
        {say("settings.discard")}
      </Button>
      <Button type="submit" size="small" disabled={!isChanged} isLoading={isSaving}>
        {say("settings.save")}
      </Button>
    </Container>
  )
}
