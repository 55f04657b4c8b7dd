import { Button } from "@medusajs/ui"
import type { AdminPaymentListResponse } from "../../../http-types"
import { PAGE_SIZE } from "../../lib/payments-query"
import { useWords, type Say } from "../../lib/use-words"

interface PagerProps {
  found: AdminPaymentListResponse | undefined
  page: number
  turnTo: (page: number) => void
}

/** Which part is shown, of how many; the dashboard's own cannot say "more than". */
export function Pager({ found, page, turnTo }: PagerProps) {
  const { say, language } = useWords()
  if (!found) return null
  const { payments, has_more } = found
  const from = page * PAGE_SIZE
  const range = payments.length === 0 ? "0" : `${from + 1} – ${from + payments.length}`
  return (
    <div className="text-ui-fg-subtle txt-compact-small-plus flex flex-wrap items-center justify-between gap-2 px-6 py-4">
      <p role="status">{`${range} ${say("payments.page.of")} ${countOf(found, say, language)}`}</p>
      <div className="flex items-center gap-x-2">
        <Button variant="transparent" disabled={page === 0} onClick={() => turnTo(page - 1)}>
          {say("payments.page.previous")}
        </Button>
        <Button variant="transparent" disabled={!has_more} onClick={() => turnTo(page + 1)}>
          {say("payments.page.next")}
        </Button>
      </div>
    </div>
  )
}

function countOf(
  { count, is_exact }: AdminPaymentListResponse,
  say: Say,
  language: string,
): string {
  const number = new Intl.NumberFormat(language).format(count)
  const words = is_exact ? number : say("payments.more", { count: number })
  return `${words} ${say("payments.page.results")}`
}
