import { cart } from "./real-cart"

/** Prices include 19 percent tax, 7 for books. Reckoned by hand: total and discount, in cents. */
export const CARTS_IN_GERMANY = [
  cart("one article, fetched", [1999, 0], { items: { shirt: 1 }, shipping: "pickup" }),
  cart("two tax rates", [5488, 0], { items: { shirt: 2, novel: 1 } }),
  cart("1.50 off each of at most two", [6317, 450], {
    items: { shirt: 3, mug: 1 },
    codes: ["EACH-1.50-GROSS"],
  }),
  cart("1.50 off each of at most two, meant without tax", [6232, 536], {
    items: { shirt: 3, mug: 1 },
    codes: ["EACH-1.50-NET"],
  }),
  cart("7 off across articles of both rates", [3349, 700], {
    items: { shirt: 1, mug: 2, novel: 1 },
    codes: ["ACROSS-7-GROSS"],
  }),
  cart("7 off across articles of both rates, meant without tax", [3241, 808], {
    items: { shirt: 1, mug: 2, novel: 1 },
    codes: ["ACROSS-7-NET"],
  }),
  cart("12.5 % off each of at most three", [11_985, 1000], {
    items: { shirt: 5, novel: 2 },
    codes: ["EACH-12.5%-GROSS"],
    shipping: "express",
  }),
  cart("12.5 % off each of at most three, meant without tax", [11_985, 1000], {
    items: { shirt: 5, novel: 2 },
    codes: ["EACH-12.5%-NET"],
    shipping: "express",
  }),
  cart("10 % off all articles", [5887, 600], { items: { shirt: 3 }, codes: ["ACROSS-10%-GROSS"] }),
  cart("10 % off all articles, meant without tax", [5887, 600], {
    items: { shirt: 3 },
    codes: ["ACROSS-10%-NET"],
  }),
  cart("50 % off the cheapest", [2419, 140], {
    items: { shirt: 1, mug: 2 },
    codes: ["ONCE-50%-GROSS"],
    shipping: "pickup",
  }),
  cart("50 % off the cheapest, meant without tax", [2419, 140], {
    items: { shirt: 1, mug: 2 },
    codes: ["ONCE-50%-NET"],
    shipping: "pickup",
  }),
  cart("5 off the order", [2989, 500], { items: { shirt: 1, novel: 1 }, codes: ["ORDER-5-GROSS"] }),
  cart("5 off the order, meant without tax", [2915, 574], {
    items: { shirt: 1, novel: 1 },
    codes: ["ORDER-5-NET"],
  }),
  cart("more off than the articles cost", [990, 280], {
    items: { mug: 1 },
    codes: ["ORDER-20-GROSS"],
    shipping: "express",
  }),
  cart("15 % off the order", [4739, 750], {
    items: { shirt: 1, novel: 3 },
    codes: ["ORDER-15%-GROSS"],
  }),
  cart("15 % off the order, meant without tax", [4739, 750], {
    items: { shirt: 1, novel: 3 },
    codes: ["ORDER-15%-NET"],
  }),
  cart("2 off the shipping", [2251, 238], { items: { shirt: 1 }, codes: ["SHIP-2-GROSS"] }),
  cart("2 off the shipping, meant without tax", [2251, 238], {
    items: { shirt: 1 },
    codes: ["SHIP-2-NET"],
  }),
  cart("half off the shipping", [2494, 495], {
    items: { shirt: 1 },
    codes: ["SHIP-50%-GROSS"],
    shipping: "express",
  }),
  cart("shipping made free", [2279, 490], {
    items: { shirt: 1, mug: 1 },
    codes: ["SHIP-FREE-GROSS"],
  }),
  cart("shipping made free, meant without tax", [2279, 490], {
    items: { shirt: 1, mug: 1 },
    codes: ["SHIP-FREE-NET"],
  }),
  cart("three for two", [560, 280], { items: { mug: 3 }, codes: ["3-FOR-2"], shipping: "pickup" }),
  cart("three for two of another article as well", [3329, 280], {
    items: { shirt: 1, mug: 4 },
    codes: ["3-FOR-2"],
  }),
  cart("a shirt brings a book", [3489, 1000], {
    items: { shirt: 1, novel: 2 },
    codes: ["SHIRT-BRINGS-NOVEL"],
  }),
  cart("three codes at once", [5549, 2998], {
    items: { shirt: 3, mug: 2, novel: 1 },
    codes: ["ORDER-15%-GROSS", "EACH-1.50-NET", "SHIP-FREE-GROSS"],
    shipping: "express",
  }),
  cart("a deal and money off", [2549, 1780], {
    items: { shirt: 1, mug: 3, novel: 1 },
    codes: ["3-FOR-2", "SHIRT-BRINGS-NOVEL", "ORDER-5-GROSS"],
  }),
  cart("a gift card", [1489, 0], { items: { shirt: 1 }, credit: [10] }),
  cart("two gift cards, a code, shipping", [4363, 500], {
    items: { shirt: 2, novel: 1 },
    codes: ["ACROSS-10%-GROSS"],
    credit: [5.55, 0.7],
  }),
  cart("names of every kind", [3633, 0], { items: { family: 1, endless: 2, smuggled: 3 } }),
  cart("nothing to ship, no number", [1358, 240], {
    items: { song: 2 },
    codes: ["ORDER-15%-NET"],
    shipping: null,
  }),
  cart("a thousand for a cent each", [1390, 100], {
    items: { screw: 1_000 },
    codes: ["ACROSS-10%-GROSS"],
  }),
  cart("a price below the cent", [726, 0], { items: { washer: 7, screw: 3 } }),
  cart("something for nothing", [2489, 0], { items: { sample: 1, shirt: 1 } }),
]
