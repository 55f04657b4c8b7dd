/** The look of the payment page: one column, large targets, and readable when printed. */
export const PAGE_STYLE = `
:root { color-scheme: light; --shop: #27272a; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f4f5; color: #18181b; font: 16px/1.5 system-ui, sans-serif; }
header, footer { max-width: 32rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { font-weight: 600; font-size: 1.125rem; overflow-wrap: anywhere; }
footer { display: flex; justify-content: space-between; gap: 1rem; color: #52525b; font-size: 0.875rem; }
main { max-width: 32rem; margin: 0 auto; padding: 1.5rem 1.25rem; background: #fff;
  border-top: 4px solid var(--shop); box-shadow: 0 1px 3px rgb(0 0 0 / 12%); }
header img { display: block; max-width: 100%; max-height: 3.5rem; object-fit: contain; object-position: left; }
h1 { margin: 0 0 0.5rem; font-size: 1.375rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1rem; line-height: 1.4; }
p { margin: 0 0 0.75rem; }
.number { margin: 0 0 0.25rem; color: #52525b; }
.sum { margin: 1rem 0 0.25rem; font-size: 0.875rem; color: #52525b; }
.sum strong { display: block; font-size: 2rem; line-height: 1.2; color: #18181b; font-variant-numeric: tabular-nums; }
.notice { padding: 0.75rem 1rem; background: #fef3c7; border-left: 4px solid #b45309; }
.test { padding: 0.5rem 1rem; background: #e0e7ff; }
form { display: grid; gap: 0.5rem; }
button, .reload { display: flex; align-items: center; gap: 0.875rem; width: 100%; min-height: 3.5rem;
  padding: 0.625rem 1rem; border: 1px solid #a1a1aa; border-radius: 8px; background: #fff; color: inherit;
  font: inherit; text-align: left; text-decoration: none; cursor: pointer; }
button:hover, .reload:hover { border-color: var(--shop); }
button:focus-visible, a:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
button img { width: 1.75rem; height: 1.625rem; flex: none; object-fit: contain; }
button span { min-width: 0; }
button small { display: block; color: #52525b; font-size: 0.875rem; }
.reload { justify-content: center; }
.order { margin: 1.25rem 0 0; }
.order a { display: inline-block; padding: 0.625rem 0; }
a { color: inherit; }
dl { margin: 0; }
dt { color: #52525b; font-size: 0.875rem; }
dd { margin: 0 0 0.625rem; font-weight: 500; overflow-wrap: anywhere; }
.qr { display: block; width: 11rem; height: 11rem; margin: 0.5rem 0; }
@media (min-width: 34rem) {
  body { padding: 2rem 0; }
  header, footer { padding: 1rem 2rem; }
  main { border-radius: 4px; padding: 2rem; }
}
@media print {
  body { background: none; padding: 0; }
  main { box-shadow: none; }
  form, h2.choose, .reload, .order, footer a { display: none; }
}
`
