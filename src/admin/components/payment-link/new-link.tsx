import { Button, InlineTip, Text } from "@medusajs/ui"
import type { AdminCreatedPaymentLinkResponse } from "../../../http-types"
import { printCode } from "../../lib/print-code"
import { useWords } from "../../lib/use-words"
import { LabelledCopyButton } from "../copy-button"

/** The address of a link that was just made: nobody is shown it again. */
export function NewLink({ link }: { link: AdminCreatedPaymentLinkResponse["payment_link"] }) {
  const { say } = useWords()
  const { url, qr_svg } = link
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(qr_svg)}`
  return (
    <section className="flex flex-col gap-y-3 px-6 py-4" data-testid="new-payment-link">
      <InlineTip variant="info" label={say("links.address")}>
        {say("links.once")}
      </InlineTip>
      <Text size="small" className="break-all">
        {url}
      </Text>
      <img
        src={image}
        alt={say("links.qr")}
        width={144}
        height={144}
        className="rounded-md border bg-white"
      />
      <div className="flex flex-wrap gap-2">
        <LabelledCopyButton text={url} label={say("links.copy")} />
        <Button
          size="small"
          variant="secondary"
          onClick={() => printCode({ image, url, title: say("links.paper") })}
        >
          {say("links.print")}
        </Button>
      </div>
    </section>
  )
}
