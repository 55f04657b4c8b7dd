import { FetchError } from "@medusajs/js-sdk"
import { type FormEvent, useState } from "react"

import { addPromotionCode, removePromotionCode } from "../api/cart"
import { useCart } from "../cart/cart"
import { useAction } from "../hooks/use-action"
import { useLanguage } from "../language/language"
import { Notice } from "./notice"

export function PromotionCode() {
  const { t } = useLanguage()
  const { cart, change } = useCart()
  const { run, isBusy, error } = useAction()
  const [code, setCode] = useState("")
  const [unknown, setUnknown] = useState<string>()

  const apply = (event: FormEvent) => {
    event.preventDefault()
    setUnknown(undefined)
    run(async () => {
      try {
        await change((cartId) => addPromotionCode(cartId, code.trim().toUpperCase()))
        setCode("")
      } catch (reason) {
        if (!(reason instanceof FetchError && reason.status === 400)) throw reason
        setUnknown(code)
      }
    })
  }
  const remove = (used: string) => run(() => change((cartId) => removePromotionCode(cartId, used)))

  return (
    <form className="promotion" onSubmit={apply}>
      <label htmlFor="promotion-code">{t.promotion.label}</label>
      <div className="promotion__row">
        <input
          id="promotion-code"
          required
          autoComplete="off"
          spellCheck={false}
          aria-describedby="promotion-hint"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <button className="button button--quiet" disabled={isBusy}>
          {t.promotion.apply}
        </button>
      </div>
      <p className="hint" id="promotion-hint">
        {t.promotion.tryOut}
      </p>
      <ul className="promotion__codes">
        {cart?.promotions.map((promotion) => (
          <li key={promotion.id}>
            {promotion.code}
            <button
              type="button"
              aria-label={t.promotion.removeNamed(promotion.code ?? "")}
              disabled={isBusy}
              onClick={() => remove(promotion.code ?? "")}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {unknown !== undefined && <Notice kind="error">{t.promotion.unknown(unknown)}</Notice>}
      {error !== undefined && <Notice kind="error">{error}</Notice>}
    </form>
  )
}
