import { orderAddress, orderAddressProblem } from "../../../../src/mapping/page/order-address"

const HOST = "https://shop.example"
const VALUES = { order_id: "order_01", country_code: "de", language: "en" }

describe("the address of a storefront's order page", () => {
  it.each([
    [`${HOST}/order/{order_id}`, `${HOST}/order/order_01`],
    [`${HOST}/{country_code}/order/{order_id}/confirmed`, `${HOST}/de/order/order_01/confirmed`],
    [`${HOST}/{language}/orders?id={order_id}`, `${HOST}/en/orders?id=order_01`],
    [`${HOST}:8000/#/order/{order_id}`, `${HOST}:8000/#/order/order_01`],
    [`HTTP://localhost/{order_id}/{order_id}`, "HTTP://localhost/order_01/order_01"],
  ])("%s leads to %s", (written, address) => {
    expect(orderAddressProblem(written)).toBeNull()
    expect(orderAddress(written, VALUES)).toBe(address)
  })

  it.each([
    ["what stands in it is part of no other part", "a/b?c#d&e", "a%2Fb%3Fc%23d%26e"],
    ["nor a placeholder", "{language}", "%7Blanguage%7D"],
    ["nor a pattern of the replacement", "$&", "%24%26"],
  ])("%s", (_what, order_id, encoded) => {
    const address = orderAddress(`${HOST}/{order_id}?l={language}`, { ...VALUES, order_id })
    expect(address).toBe(`${HOST}/${encoded}?l=en`)
  })

  it("is none where the order's country is not known, unless it names none", () => {
    const values = { ...VALUES, country_code: null }
    expect(orderAddress(`${HOST}/{country_code}/{order_id}`, values)).toBeNull()
    expect(orderAddress(`${HOST}/{order_id}`, values)).toBe(`${HOST}/order_01`)
  })

  it.each([
    ["a path", "/order/{order_id}", /absolute/],
    ["an address without scheme", "shop.example/order/{order_id}", /absolute/],
    ["another scheme", "javascript:alert({order_id})", /absolute/],
    ["another protocol", "ftp://shop.example/{order_id}", /absolute/],
    ["a host that the order chooses", "https://{order_id}.example/", /after the host/],
    ["a host that the country chooses", "https://shop.{country_code}/{order_id}", /after the host/],
    ["a host and no more", "https://{order_id}", /after the host/],
    ["a port that is none", "https://shop.example:x/{order_id}", /absolute/],
    ["a blank", `${HOST}/my order/{order_id}`, /absolute/],
    ["a brace that is left open", `${HOST}/{order_id}/{`, /absolute/],
    ["no order", `${HOST}/order`, /\{order_id\}/],
    ["an unknown name", `${HOST}/{order_id}/{email}`, /\{email\}, only \{order_id\}/],
    ["an empty name", `${HOST}/{order_id}/{}`, /does not know \{\}/],
    ["Medusa's own spelling", `${HOST}/[countryCode]/order/[id]`, /\{order_id\}/],
  ])("is not %s", (_what, written, problem) => {
    expect(orderAddressProblem(written)).toMatch(problem)
  })
})
