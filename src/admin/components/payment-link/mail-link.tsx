import { Button, toast } from "@medusajs/ui"
import type { LinkMailOutcome } from "../../../http-types"
import { useOneAtATime } from "../../lib/use-one-at-a-time"
import { useMailPaymentLink } from "../../lib/use-payment-links"
import { useWords } from "../../lib/use-words"

/** Sends the customer a new link, or says why it was not sent. */
export function MailLink({ orderId }: { orderId: string }) {
  const { say } = useWords()
  const { mutate, isPending } = useMailPaymentLink(orderId)
  const oneAtATime = useOneAtATime()
  const fail = (description: string) => toast.error(say("links.notMailed"), { description })
  const tell = (outcome: LinkMailOutcome) => {
    const said = say(`links.mailed.${outcome}`)
    if (outcome === "sent" || outcome === "sent_before") toast.success(said)
    else fail(said)
  }
  const send = () =>
    oneAtATime((done) =>
      mutate(undefined, {
        onSuccess: ({ outcome }) => tell(outcome),
        onError: ({ message }) => fail(message),
        onSettled: done,
      }),
    )
  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={send}>
      {say("links.mail")}
    </Button>
  )
}
