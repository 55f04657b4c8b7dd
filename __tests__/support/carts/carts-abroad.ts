import { cart } from "./real-cart"

/** Other taxes and currencies, see `PLACES`. Reckoned by hand: total and discount, minor units. */
export const CARTS_ABROAD = [
  cart("net prices that do not divide", [1596, 0], { place: "at", items: { mug: 3 } }),
  cart("net prices, 1.50 off each", [5961, 525], {
    place: "at",
    items: { shirt: 2, novel: 1 },
    codes: ["EACH-1.50-NET"],
  }),
  cart("net prices, 1.50 off each, meant with tax", [6036, 450], {
    place: "at",
    items: { shirt: 2, novel: 1 },
    codes: ["EACH-1.50-GROSS"],
  }),
  cart("net prices, 7 off across", [3605, 791], {
    place: "at",
    items: { mug: 3, novel: 2 },
    codes: ["ACROSS-7-NET"],
    shipping: "express",
  }),
  cart("net prices, 7 off across, meant with tax", [3696, 700], {
    place: "at",
    items: { mug: 3, novel: 2 },
    codes: ["ACROSS-7-GROSS"],
    shipping: "express",
  }),
  cart("net prices, 12.5 % off each", [2226, 126], {
    place: "at",
    items: { mug: 7 },
    codes: ["EACH-12.5%-NET"],
    shipping: "pickup",
  }),
  cart("net prices, 5 off the order", [3587, 500], {
    place: "at",
    items: { shirt: 1, novel: 1 },
    codes: ["ORDER-5-GROSS"],
  }),
  cart("net prices, 15 % off the order", [3562, 525], {
    place: "at",
    items: { shirt: 1, novel: 1 },
    codes: ["ORDER-15%-NET"],
  }),
  cart("net prices, 50 % off the cheapest", [1856, 168], {
    place: "at",
    items: { mug: 1, novel: 1 },
    codes: ["ONCE-50%-NET"],
  }),
  cart("net prices, 2 off the shipping", [684, 240], {
    place: "at",
    items: { mug: 1 },
    codes: ["SHIP-2-NET"],
  }),
  cart("net prices, half off the shipping", [630, 294], {
    place: "at",
    items: { mug: 1 },
    codes: ["SHIP-50%-NET"],
  }),
  cart("net prices, shipping made free", [2735, 588], {
    place: "at",
    items: { shirt: 1, mug: 1 },
    codes: ["SHIP-FREE-NET"],
  }),
  cart("net prices, three for two", [1260, 336], {
    place: "at",
    items: { mug: 3 },
    codes: ["3-FOR-2"],
  }),
  cart("net prices, a gift card", [1152, 0], { place: "at", items: { mug: 3 }, credit: [4.44] }),
  cart("francs, 8.1 and 2.6 % included", [6340, 995], {
    place: "ch",
    items: { shirt: 2, novel: 1, mug: 3 },
    codes: ["ORDER-15%-GROSS"],
  }),
  cart("francs, a fixed amount off", [3822, 318], {
    place: "ch",
    items: { shirt: 1, novel: 1 },
    codes: ["CHF-ORDER-3-NET"],
  }),
  cart("francs, 8.1 and 2.6 % on top", [4274, 300], {
    place: "li",
    items: { mug: 7, novel: 1 },
    codes: ["CHF-ORDER-3-GROSS"],
  }),
  cart("5.5 % included", [3442, 328], {
    place: "fr",
    items: { novel: 3, mug: 1 },
    codes: ["ACROSS-10%-NET"],
  }),
  cart("25.5 % on top", [2585, 219], {
    place: "fi",
    items: { mug: 3, novel: 1 },
    codes: ["ACROSS-10%-GROSS"],
  }),
  cart("pounds, books without tax", [3580, 562], {
    place: "gb",
    items: { novel: 2, shirt: 1 },
    codes: ["ORDER-15%-GROSS"],
  }),
  cart("dollars, state and city tax", [3403, 312], {
    place: "us",
    items: { mug: 3, shirt: 1 },
    codes: ["ACROSS-10%-NET"],
  }),
  cart("yen, without decimals", [2861, 408], {
    place: "jp",
    items: { mug: 3, novel: 1 },
    codes: ["ORDER-15%-NET"],
  }),
  cart("yen, a fixed amount off", [3564, 100], {
    place: "jp",
    items: { mug: 7 },
    codes: ["JPY-ORDER-100-GROSS"],
    shipping: "express",
  }),
  cart("dinars, three decimals", [8163, 615], {
    place: "kw",
    items: { mug: 3, novel: 1 },
    codes: ["ACROSS-10%-NET"],
    shipping: "express",
  }),
  cart("dinars, a fixed amount off, a gift card", [7374, 777], {
    place: "kw",
    items: { shirt: 1, song: 1 },
    codes: ["KWD-ORDER-0.777-GROSS"],
    credit: [1.005],
  }),
  cart("automatic promotions", [2849, 640], { place: "nl", items: { shirt: 1, novel: 1 } }),
  cart("automatic promotions and a code", [2665, 1604], {
    place: "nl",
    items: { shirt: 1, novel: 1, mug: 1 },
    codes: ["EACH-1.50-GROSS"],
    shipping: "express",
  }),
]
