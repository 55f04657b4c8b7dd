import { Outlet } from "react-router-dom"

import { useLanguage } from "../language/language"
import { shop } from "../shop"
import { Header } from "./header"

export function Layout() {
  const { t } = useLanguage()
  return (
    <>
      <a className="skip" href="#content">
        {t.skipToContent}
      </a>
      <Header />
      <main id="content">
        <Outlet />
      </main>
      <footer className="footer">
        <p>{t.footer.demo}</p>
        <p className="footer__links">
          <a href={shop.demo.sandbox_url}>{t.footer.sandbox}</a>
          <a href={shop.demo.admin_url}>{t.footer.admin}</a>
        </p>
      </footer>
    </>
  )
}
