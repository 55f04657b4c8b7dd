import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

/** The storefront kit of this repository, as an installed package has it. */
const kit = (entry: string) =>
  new URL(`../../src/storefront/${entry}index.ts`, import.meta.url).pathname

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      { find: "medusa-payment-secuconnect/storefront/react", replacement: kit("react/") },
      { find: "medusa-payment-secuconnect/storefront", replacement: kit("") },
    ],
  },
  build: { target: "es2022" },
})
