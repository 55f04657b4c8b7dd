/** For a return that nobody knows, when the shop has configured no page of its own. */
export const UNKNOWN_RETURN_PAGE = `<!doctype html>
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
  h1 { margin: 0 0 0.5rem; font-size: 1.25rem; }
  p { margin: 0; }
  hr { margin: 1.5rem 0; border: 0; border-top: 1px solid #e4e4e7; }
</style>
</head>
<body>
<main>
  <h1>Diese Zahlung ist hier nicht bekannt</h1>
  <p>Bitte kehren Sie in den Shop zurück und sehen Sie dort nach Ihrer Bestellung.</p>
  <hr>
  <div lang="en">
    <h1>This payment is not known here</h1>
    <p>Please go back to the shop and look for your order there.</p>
  </div>
</main>
</body>
</html>
`
