export const payments = {
  title: "Payments",
  menu: "secuconnect payments",
} as const
