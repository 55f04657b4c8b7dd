import { Heading } from "@medusajs/ui"
import { formatDay, formatMoney } from "../../lib/format"
import type { AdminPayment, TransferDetails as Transfer } from "../../../http-types"
import { useWords, type Say } from "../../lib/use-words"
import { LabelledCopyButton } from "../copy-button"
import { Fact } from "../fact"

interface Line {
  name: string
  text: string
  /** Where a form wants it written in another way. */
  copy?: string
}

/** The account that the customer transfers to: to read out, to copy, to scan. */
export function TransferDetails({ payment }: { payment: AdminPayment }) {
  const { say, language } = useWords()
  const { transfer } = payment
  if (!transfer) return null
  const lines = linesOf({ transfer, payment, say, language })
  const mail = [say("order.transfer.mail"), ...lines.map(({ name, text }) => `${name}: ${text}`)]
  return (
    <section className="flex flex-col gap-y-2 px-6 py-4">
      <Heading level="h3">{say("order.transfer.title")}</Heading>
      <dl>
        {lines.map(({ name, text, copy }) => (
          <Fact key={name} name={name} copy={copy ?? text}>
            {text}
          </Fact>
        ))}
      </dl>
      {transfer.qr_svg === null ? null : (
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(transfer.qr_svg)}`}
          alt={say("order.transfer.qr")}
          width={144}
          height={144}
          className="rounded-md border bg-white"
        />
      )}
      <div>
        <LabelledCopyButton text={mail.join("\n")} label={say("order.transfer.copyAll")} />
      </div>
    </section>
  )
}

interface Lines {
  transfer: Transfer
  payment: AdminPayment
  say: Say
  language: string
}

function linesOf({ transfer, payment, say, language }: Lines): Line[] {
  const { owner, iban, bic, bank_name, purpose, amount } = transfer
  const { currency_exponent, expires_at } = payment
  const plain = new Intl.NumberFormat(language, {
    minimumFractionDigits: currency_exponent,
    maximumFractionDigits: currency_exponent,
    useGrouping: false,
  })
  return [
    { name: say("order.transfer.owner"), text: owner },
    { name: say("order.transfer.iban"), text: iban, copy: iban.replaceAll(" ", "") },
    ...(bic ? [{ name: say("order.transfer.bic"), text: bic }] : []),
    ...(bank_name ? [{ name: say("order.transfer.bank"), text: bank_name }] : []),
    { name: say("order.transfer.purpose"), text: purpose },
    {
      name: say("order.transfer.amount"),
      text: formatMoney(amount, payment, language),
      copy: plain.format(amount),
    },
    ...(expires_at
      ? [{ name: say("order.transfer.due"), text: formatDay(expires_at, language) }]
      : []),
  ]
}
