import {
  SecuconnectRejectedError,
  SecuconnectTimeoutError,
  SIMPLE_STATUSES,
} from "../../../../src/secuconnect"
import {
  captureStep,
  DeliveryError,
  failureOf,
  isTurn,
  toShippingInformation,
  REPORT_WAITS,
} from "../../../../src/mapping/delivery/delivery-progress"

describe("the final delivery of an invoice", () => {
  it.each([
    {
      what: "is reported while the payment waits for it",
      status_simple: "waiting_for_shipment",
      status_fine: 902,
      step: "capture",
    },
    { what: "is not reported again", status_simple: "accepted", status_fine: 86, step: "taken" },
    {
      what: "is not reported again where no fine status is told",
      status_simple: "accepted",
      status_fine: undefined,
      step: "taken",
    },
    {
      what: "is reported while an accepted payment says nothing of it",
      status_simple: "accepted",
      status_fine: 6,
      step: "capture",
    },
    {
      what: "is only tracking once the buyer has paid",
      status_simple: "paid",
      status_fine: 903,
      step: "inform",
    },
    {
      what: "is not reported of a disputed payment",
      status_simple: "issue",
      status_fine: 906,
      step: "taken",
    },
    {
      what: "is not reported of a cancelled payment",
      status_simple: "void",
      status_fine: 907,
      step: "gone",
    },
    {
      what: "waits for a payment that is only authorised",
      status_simple: "authorized",
      status_fine: 9,
      step: "wait",
    },
    {
      what: "waits while nobody knows",
      status_simple: "unknown",
      status_fine: undefined,
      step: "wait",
    },
  ] as const)("$what", ({ status_simple, status_fine, step }) => {
    expect(captureStep({ status_simple, status_fine })).toBe(step)
  })

  it("has an answer to every status", () => {
    for (const status_simple of SIMPLE_STATUSES) {
      expect(captureStep({ status_simple })).toMatch(/^(capture|inform|taken|gone|wait)$/)
    }
  })
})

describe("the shipping information", () => {
  const nothing = {
    ...{ carrier: null, tracking_id: null, invoice_number: null, order_number: null },
    shipped_at: null,
  }

  it("has everything that is known", () => {
    const told = {
      ...{ carrier: "DHL", tracking_id: "A1", invoice_number: "RE-1", order_number: "17" },
      shipped_at: new Date("2026-11-24T10:00:00.123Z"),
    }
    expect(toShippingInformation(told)).toEqual({
      carrier: "DHL",
      tracking_id: "A1",
      invoice_number: "RE-1",
      order_id: "17",
      shipped_at: "2026-11-24T10:00:00+00:00",
    })
  })

  it("leaves out what is not", () => {
    expect(toShippingInformation(nothing)).toEqual({})
    expect(toShippingInformation({ ...nothing, order_number: "17" })).toEqual({ order_id: "17" })
  })
})

describe("a report that was not taken", () => {
  const facts = { operation: "POST /capture", outcomeUnknown: false }
  const rejection = { error_details: "Wrong state", support_id: "f00" }
  const refused = new SecuconnectRejectedError("no", { ...facts, retryable: false, rejection })
  const broken = new SecuconnectRejectedError("500", { ...facts, retryable: true, rejection })
  const late = new SecuconnectTimeoutError("too late", { ...facts, retryable: true })
  const early = new DeliveryError("not yet")

  it.each([
    { what: "stays open after a first refusal", error: refused, attempts: 1, state: "open" },
    { what: "needs a person after the third", error: refused, attempts: 3, state: "refused" },
    { what: "stays open while secuconnect is broken", error: broken, attempts: 3, state: "open" },
    {
      what: "stays open while secuconnect does not answer",
      error: late,
      attempts: 47,
      state: "open",
    },
    { what: "needs a person after two weeks of it", error: late, attempts: 48, state: "refused" },
    { what: "stays open while the payment is not ready", error: early, attempts: 3, state: "open" },
  ] as const)("$what", ({ error, attempts, state }) => {
    expect(failureOf(error, attempts)).toMatchObject({ state })
  })

  it.each([1, 2, 3, 50])("stays open when it is refused before its turn, time %i", () => {
    expect(failureOf(refused, 0)).toMatchObject({ state: "open" })
  })

  it.each([
    ["it was never tried", { attempts: 0, minutes: null }, true],
    ["it was tried two minutes ago", { attempts: 1, minutes: 2 }, true],
    ["it was tried a minute ago", { attempts: 1, minutes: 1 }, false],
    ["it was tried often, and ten minutes ago", { attempts: 5, minutes: 10 }, false],
    ["it was tried often, and a quarter of an hour ago", { attempts: 5, minutes: 15 }, true],
    ["it was tried for days, and an hour ago", { attempts: 40, minutes: 60 }, false],
  ] as const)("whether it is its turn when %s", (_what, { attempts, minutes }, expected) => {
    const now = new Date("2026-11-24T10:00:00Z")
    const tried_at = minutes === null ? null : new Date(now.getTime() - minutes * 60_000)
    expect(isTurn({ attempts, tried_at }, now)).toBe(expected)
  })

  it("tells why, with the support id", () => {
    expect(failureOf(refused, 1).problem).toBe("Wrong state (support id f00)")
    expect(failureOf(early, 1).problem).toBe("not yet")
  })

  it.each([
    ["first after two minutes", 0, 2],
    ["then after a quarter of an hour", 5, 15],
    ["then after an hour", 10, 60],
    ["then after a day", 34, 24 * 60],
  ])("is tried again %s", (_what, attempts, minutes) => {
    const tier = REPORT_WAITS.find(({ from, until }) => from <= attempts && attempts < until)
    expect(tier?.wait).toBe(minutes * 60_000)
  })
})
