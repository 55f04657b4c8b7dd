export const order = {
  title: "secuconnect",
} as const
