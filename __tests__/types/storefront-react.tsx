/* The same for the components and hooks, see `storefront-kit.ts`. */
import {
  pay,
  type StoreClient,
  type StorePaymentMethod,
} from "medusa-payment-secuconnect/storefront"
import {
  PayButton,
  PaymentForm,
  PaymentMethods,
  usePay,
} from "medusa-payment-secuconnect/storefront/react"

declare const client: StoreClient
declare const methods: readonly StorePaymentMethod[]

const start = (provider_id: string) => pay(client, { cart_id: "cart_1", provider_id })

export const complete = (
  <PaymentForm methods={methods} pay={start} orderUrl="/order" texts={{ pay: "Kaufen" }} />
)
// @ts-expect-error how is it paid?
export const unpaid = <PaymentForm methods={methods} orderUrl="/order" />
// @ts-expect-error there is no such text
export const misnamed = <PayButton isBusy={false} texts={{ payNow: "Kaufen" }} />
export const listed = <PaymentMethods methods={methods} chosen={null} onChoose={() => undefined} />
// @ts-expect-error what is chosen is the id of a provider
export const chosen = <PaymentMethods methods={methods} chosen={1} onChoose={() => undefined} />

export function Button() {
  const { isBusy, failure } = usePay({ pay: start })
  return <PayButton isBusy={isBusy} failure={failure} />
}
