import "./styles/base.css"
import "./styles/layout.css"
import "./styles/forms.css"
import "./styles/shop.css"
import "./styles/checkout.css"
import "./styles/order.css"

import { StrictMode } from "react"
import { createRoot } from "react-dom/client"

const root = document.querySelector("#root")
if (!root) throw new Error("index.html has no #root.")

try {
  // Loaded late, because the modules behind it wait for the shop's configuration.
  const { App } = await import("./app")
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
} catch (error) {
  root.textContent = "Der Laden ist gerade geschlossen. The shop is closed at the moment."
  throw error
}
