import { Button, InlineTip } from "@medusajs/ui"
import { useWords } from "../lib/use-words"

/** Something could not be read; says why, and offers to try again. */
export function LoadFailed({ error, retry }: { error: Error; retry: () => unknown }) {
  const { say } = useWords()
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <InlineTip variant="error" label={say("common.loadFailed")}>
        {error.message}
      </InlineTip>
      <Button size="small" variant="secondary" onClick={() => void retry()}>
        {say("common.tryAgain")}
      </Button>
    </div>
  )
}
