import type { ReactNode } from "react"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import type { AdminPaymentLinksResponse } from "../../../http-types"
import { formatMoney } from "../../lib/format"
import { useOneAtATime } from "../../lib/use-one-at-a-time"
import { useCreatePaymentLink } from "../../lib/use-payment-links"
import { useWords } from "../../lib/use-words"
import { FirstOrder } from "./first-order"
import { LinkStory } from "./link-story"
import { MailLink } from "./mail-link"
import { NewLink } from "./new-link"

interface PaymentLinkCardProps {
  orderId: string
  found: AdminPaymentLinksResponse
}

/** What is open on an order, with the link through which the customer pays it. */
export function PaymentLinkCard({ orderId, found }: PaymentLinkCardProps) {
  const { say, language } = useWords()
  const { mutate, isPending, data } = useCreatePaymentLink(orderId)
  const oneAtATime = useOneAtATime()
  const { open, payment_links } = found
  const valid = payment_links.find(({ state }) => state === "valid")
  const create = () =>
    oneAtATime((done) =>
      mutate(undefined, {
        onError: ({ message }) => toast.error(say("links.failed"), { description: message }),
        onSettled: done,
      }),
    )
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{say("links.title")}</Heading>
        {open === null ? null : (
          <Text size="small" weight="plus">
            {say("links.open")}: {formatMoney(open.amount, open, language)}
          </Text>
        )}
      </div>
      {found.unpaid_order ? <FirstOrder unpaid={found.unpaid_order} /> : null}
      {data && data.payment_link.id === valid?.id ? <NewLink link={data.payment_link} /> : null}
      {payment_links.map((link) => (
        <LinkStory key={link.id} link={link} />
      ))}
      {found.can_be_paid ? (
        <NextLink isFirst={!valid}>
          <Button size="small" variant="secondary" isLoading={isPending} onClick={create}>
            {say(valid ? "links.createNew" : "links.create")}
          </Button>
          <MailLink orderId={orderId} />
        </NextLink>
      ) : null}
    </>
  )
}

interface NextLinkProps {
  /** No other link ends with it. */
  isFirst: boolean
  children: ReactNode
}

function NextLink({ isFirst, children }: NextLinkProps) {
  const { say } = useWords()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {say(isFirst ? "links.hint" : "links.replaces")}
      </Text>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}
