export const settings = {
  title: "secuconnect",
  description: "Payments through secuconnect Smart Checkout by secupay.",
} as const
