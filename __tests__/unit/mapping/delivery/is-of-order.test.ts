import { isOfOrder } from "../../../../src/mapping/delivery/is-of-order"

describe("the shipment of its order is reported of a payment", () => {
  it.each<[what: string, payment: Parameters<typeof isOfOrder>[0], isReported: boolean]>([
    ["that the order is paid with", { is_booked: true, orphan_resolution: null }, true],
    ["that no order has", { is_booked: false, orphan_resolution: null }, false],
    ["that the merchant gives back", { is_booked: false, orphan_resolution: "refund" }, false],
    ["that the merchant keeps", { is_booked: false, orphan_resolution: "keep" }, true],
  ])("%s", (_what, payment, isReported) => {
    expect(isOfOrder(payment)).toBe(isReported)
  })
})
