import { StatusBadge, Text } from "@medusajs/ui"
import type { AdminPaymentLink, PaymentLinkState } from "../../../http-types"
import { formatDay, formatTime } from "../../lib/format"
import { useWords, type Say } from "../../lib/use-words"
import { Fact } from "../fact"

const COLORS: Record<PaymentLinkState, "green" | "grey" | "blue"> = {
  valid: "blue",
  paid: "green",
  replaced: "grey",
  cancelled: "grey",
  expired: "grey",
}

/** Who made a link, and what became of it. */
export function LinkStory({ link }: { link: AdminPaymentLink }) {
  const { say, language } = useWords()
  const who = link.made_by ?? say("links.shop")
  return (
    <section className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex items-center justify-between gap-2">
        <Text size="small" className="text-ui-fg-subtle min-w-0 break-words">
          {say("links.by", { who, when: formatTime(link.created_at, language) })}
        </Text>
        <StatusBadge color={COLORS[link.state]}>{say(`links.state.${link.state}`)}</StatusBadge>
      </div>
      <dl>
        {factsOf(link, { say, language }).map(({ name, text }) => (
          <Fact key={name} name={name}>
            {text}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function factsOf(
  { state, mailed_at, reminded_at, seen_at, paid_at, expires_at }: AdminPaymentLink,
  { say, language }: { say: Say; language: string },
): { name: string; text: string }[] {
  const seen = seen_at === null ? say("links.notSeen") : formatTime(seen_at, language)
  const at = (name: "sent" | "reminded" | "paid", time: string | null) =>
    time === null ? [] : [{ name: say(`links.${name}`), text: formatTime(time, language) }]
  const until = { name: say("links.validUntil"), text: formatDay(expires_at, language) }
  return [
    ...at("sent", mailed_at),
    ...at("reminded", reminded_at),
    { name: say("links.seen"), text: seen },
    ...at("paid", paid_at),
    ...(state === "valid" ? [until] : []),
  ]
}
