import { BrowserRouter, Route, Routes } from "react-router-dom"

import { CartProvider } from "./cart/cart"
import { Layout } from "./components/layout"
import { LanguageProvider } from "./language/language"
import { CartPage } from "./pages/cart-page"
import { CheckoutPage } from "./pages/checkout-page"
import { NotFoundPage } from "./pages/not-found-page"
import { OrderPage } from "./pages/order-page"
import { ProductsPage } from "./pages/products-page"
import { ReturnPage } from "./pages/return-page"

export function App() {
  return (
    <LanguageProvider>
      <CartProvider>
        <BrowserRouter>
          <Routes>
            <Route element={<Layout />}>
              <Route index element={<ProductsPage />} />
              <Route path="cart" element={<CartPage />} />
              <Route path="checkout" element={<CheckoutPage />} />
              <Route path="checkout/return" element={<ReturnPage />} />
              <Route path="order/:id" element={<OrderPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </CartProvider>
    </LanguageProvider>
  )
}
