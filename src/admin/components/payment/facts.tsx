import { formatMoney, formatTime } from "../../lib/format"
import type { AdminPayment } from "../../../http-types"
import { useWords } from "../../lib/use-words"
import { Fact } from "../fact"
import { MethodName } from "../method-name"

/** Method, amounts, ids and times of a payment. */
export function Facts({ payment }: { payment: AdminPayment }) {
  const { say, language } = useWords()
  const { checked_at, due_at, reminded_at, method } = payment
  const time = (at: string | null, otherwise: string) => (at ? formatTime(at, language) : otherwise)
  return (
    <section className="flex flex-col gap-y-3 px-6 py-4">
      <MethodName method={method} />
      <Amounts payment={payment} />
      <Ids payment={payment} />
      <dl>
        <Fact name={say("order.lastChecked")}>{time(checked_at, say("order.neverChecked"))}</Fact>
        <Fact name={say("order.nextCheck")}>{time(due_at, say("order.noNextCheck"))}</Fact>
        {reminded_at ? <Fact name={say("order.reminded")}>{time(reminded_at, "")}</Fact> : null}
      </dl>
    </section>
  )
}

function Amounts({ payment }: { payment: AdminPayment }) {
  const { say, language } = useWords()
  const { amount, booked, effective_amount } = payment
  const money = (value: number) => formatMoney(value, payment, language)
  return (
    <dl>
      <Fact isAmount name={say("order.amounts.amount")}>
        {money(amount)}
      </Fact>
      {booked === null ? null : (
        <>
          <Fact isAmount name={say("order.amounts.authorized")}>
            {money(booked.authorized)}
          </Fact>
          <Fact isAmount name={say("order.amounts.captured")}>
            {money(booked.captured)}
          </Fact>
          <Fact isAmount name={say("order.amounts.refunded")}>
            {money(booked.refunded)}
          </Fact>
        </>
      )}
      {effective_amount === null ? null : (
        <Fact isAmount name={say("order.amounts.effective")}>
          {money(effective_amount)}
        </Fact>
      )}
    </dl>
  )
}

function Ids({ payment: { reference, stx_id, payment_ids, trans_id } }: { payment: AdminPayment }) {
  const { say } = useWords()
  const ids = [
    { name: say("order.ids.reference"), id: reference },
    { name: say("order.ids.ta"), id: trans_id },
    { name: say("order.ids.stx"), id: stx_id },
    ...payment_ids.map((id, nth) => ({
      name:
        payment_ids.length > 1
          ? `${say("order.ids.payment")} ${nth + 1}`
          : say("order.ids.payment"),
      id,
    })),
  ]
  return (
    <dl>
      {ids.map(({ name, id }) =>
        id === null ? null : (
          <Fact key={name} name={name} copy={id}>
            <span className="break-all">{id}</span>
          </Fact>
        ),
      )}
    </dl>
  )
}
