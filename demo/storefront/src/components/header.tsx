import { Link } from "react-router-dom"

import { useCart } from "../cart/cart"
import { type Language, useLanguage } from "../language/language"

const LANGUAGES: { code: Language; name: string }[] = [
  { code: "de", name: "Deutsch" },
  { code: "en", name: "English" },
]

export function Header() {
  const { t, language, setLanguage } = useLanguage()
  const { cart } = useCart()
  const count = cart?.items?.reduce((sum, item) => sum + item.quantity, 0) ?? 0
  return (
    <header className="header">
      <Link className="header__logo" to="/">
        <img src="/drop.svg" alt="" width="28" height="36" />
        Papier &amp; Tinte
      </Link>
      <div className="header__tools">
        <div className="languages" role="group" aria-label={t.header.language}>
          {LANGUAGES.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              lang={code}
              title={name}
              aria-pressed={code === language}
              onClick={() => setLanguage(code)}
            >
              {code.toUpperCase()}
            </button>
          ))}
        </div>
        <Link className="header__cart" to="/cart" aria-label={t.header.cart(count)}>
          <CartIcon />
          <span aria-hidden="true">{count}</span>
        </Link>
      </div>
    </header>
  )
}

function CartIcon() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d="M5 8h14l-1.2 11.2a2 2 0 0 1-2 1.8H8.2a2 2 0 0 1-2-1.8L5 8Zm4 0V6.5a3 3 0 0 1 6 0V8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
