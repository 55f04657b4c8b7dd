import { Link } from "react-router-dom"

import { Page } from "../components/page"
import { useLanguage } from "../language/language"

export function NotFoundPage() {
  const { t } = useLanguage()
  return (
    <Page title={t.notFound.title}>
      <Link className="button" to="/">
        {t.notFound.back}
      </Link>
    </Page>
  )
}
