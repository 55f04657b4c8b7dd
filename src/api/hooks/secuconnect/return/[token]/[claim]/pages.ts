interface Words {
  title: string
  text: string
}

/** A page of ours in both languages, where the shop has none to go to. */
const page = (de: Words, en: Words): string => `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Zahlung · Payment</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f4f5;
    color: #18181b; font: 16px/1.6 system-ui, sans-serif; }
  main { max-width: 30rem; margin: 1rem; padding: 2rem; background: #fff; border-radius: 12px;
    box-shadow: 0 1px 3px rgb(0 0 0 / 12%); }
  h1, h2 { margin: 0 0 0.5rem; font-size: 1.25rem; }
  p { margin: 0; }
  hr { margin: 1.5rem 0; border: 0; border-top: 1px solid #e4e4e7; }
</style>
</head>
<body>
<main>
  <h1>${de.title}</h1>
  <p>${de.text}</p>
  <hr>
  <div lang="en">
    <h2>${en.title}</h2>
    <p>${en.text}</p>
  </div>
</main>
</body>
</html>
`

/** For a return of no known payment, when the shop has configured no page of its own. */
export const UNKNOWN_RETURN_PAGE = page(
  {
    title: "Diese Zahlung wurde nicht gefunden",
    text: "Bitte kehren Sie in den Shop zurück, und prüfen Sie dort Ihre Bestellung.",
  },
  {
    title: "This payment was not found",
    text: "Please go back to the shop and check your order there.",
  },
)

/** After a test payment of the settings page, which belongs to no cart. */
export const TEST_PAYMENT_RETURN_PAGE = page(
  {
    title: "Die Testzahlung ist abgeschlossen",
    text: "Es ist kein Geld geflossen, und es wurde keine Bestellung angelegt. Sie können dieses Fenster schließen.",
  },
  {
    title: "The test payment is complete",
    text: "No money was moved and no order was placed. You can close this window.",
  },
)
