import { type FormEvent, StrictMode, useState } from "react"
import { createRoot } from "react-dom/client"

import type {
  Result,
  StorePaymentMethod,
  TransferDetails as Transfer,
} from "../../../../src/storefront"
import {
  type Paid,
  PayButton,
  PaymentForm,
  PaymentMethods,
  PaymentReturn,
  TransferDetails,
  usePay,
  usePaymentMethods,
  type UseReturn,
  useReturn,
} from "../../../../src/storefront/react"

declare global {
  /** What the test has put into the page. */
  interface Window {
    scene: {
      locale: string
      methods: StorePaymentMethod[]
      /** What the store answers to one start after the other; `throws` as a server action does. */
      starts: (Result<Paid> | "throws" | "never")[]
      transfer: Transfer
      isPaidElsewhere: boolean
    }
    /** What has happened, for the test to read. */
    happened: string[]
  }
}

const { scene } = window
window.happened = []
const note = (what: string) => window.happened.push(what)

function Checkout() {
  const { locale } = scene
  const payment_methods = scene.methods
  const { methods, chosen, choose } = usePaymentMethods({
    load: () => Promise.resolve({ ok: true, payment_methods }),
    loadKey: "cart_1",
  })
  const { pay, isBusy, failure } = usePay({
    locale,
    onOrder: (order_id) => note(`order ${order_id}`),
    pay: (provider_id) => {
      note(`start ${provider_id}`)
      const answer = scene.starts.shift() ?? "never"
      if (answer === "throws") return Promise.reject(new Error("masked"))
      return answer === "never" ? new Promise(() => undefined) : Promise.resolve(answer)
    },
  })
  if (!methods) return <p>…</p>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    pay(chosen ?? "")
  }
  return (
    <form onSubmit={submit}>
      <PaymentMethods methods={methods} chosen={chosen} onChoose={choose} locale={locale} />
      <PayButton isBusy={isBusy} failure={failure} locale={locale} />
    </form>
  )
}

const RETURN: Pick<UseReturn, "query" | "pace" | "look" | "cart"> = {
  query: window.location.search,
  pace: { everyMs: 10, times: 3 },
  look: (id) => {
    const state = "processing" as const
    const payment_session = { id, state, code: "x", text: "Moment …", order_id: null }
    return Promise.resolve({ ok: true, payment_session })
  },
  cart: () => {
    const found = scene.isPaidElsewhere ? "order_2" : null
    return Promise.resolve({ ok: true, state: found ? "completed" : "open", order_id: found })
  },
}

function Return() {
  const [looks, setLooks] = useState(0)
  const { state } = useReturn({
    ...RETURN,
    look: (id) => {
      setLooks((count) => count + 1)
      return RETURN.look(id)
    },
    onOrder: (order_id) => note(`order ${order_id}`),
    onLost: (outcome) => note(`lost ${outcome}`),
  })
  return (
    <p data-state={state}>
      {state} {looks}
    </p>
  )
}

function Page() {
  const { locale, methods } = scene
  const order = { ok: true, order_id: "order_3" } as const
  switch (window.location.pathname) {
    case "/return":
      return <Return />
    case "/whole-return": {
      const [orderUrl, checkoutUrl] = ["/orders/{order_id}", "/checkout?payment={outcome}"]
      return <PaymentReturn {...RETURN} {...{ orderUrl, checkoutUrl, locale }} />
    }
    case "/whole-form": {
      const pay = () => Promise.resolve(order)
      return <PaymentForm methods={methods} pay={pay} orderUrl="/orders/{order_id}" />
    }
    default:
      return <Checkout />
  }
}

const root = document.querySelector("main")
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
      <TransferDetails transfer={scene.transfer} locale={scene.locale} as="h2" />
    </StrictMode>,
  )
}
