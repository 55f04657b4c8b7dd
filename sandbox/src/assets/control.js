// Makes the calls that buttons and forms of the control page stand for, and keeps the page fresh.
const message = document.querySelector("#message")

async function call(path, method, body) {
  const response = await fetch(path, {
    method,
    headers: { "content-type": "application/json" },
    ...(method === "POST" ? { body } : {}),
  })
  const answer = await response.json()
  message.hidden = response.ok
  message.textContent = response.ok ? "" : answer.error
  await refresh()
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-path]")
  if (!button) return
  button.disabled = true
  void call(button.dataset.path, button.dataset.method, button.dataset.body)
})

document.addEventListener("submit", (event) => {
  event.preventDefault()
  const fields = Object.fromEntries(new FormData(event.target))
  const body = event.target.className === "refund" ? { type: "refund" } : {}
  for (const [name, value] of Object.entries(fields)) {
    const isNumber = event.target.elements[name].type === "number"
    if (value !== "") body[name] = isNumber ? Number(value) : value
  }
  document.activeElement.blur()
  void call(event.target.dataset.path, "POST", JSON.stringify(body))
})

let seen = ""

async function refresh() {
  const html = await (await fetch("/")).text()
  if (html === seen) return
  seen = html
  const open = [...document.querySelectorAll("details[open]")].map((details) => details.id)
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main")
  document.querySelector("main").replaceWith(main)
  for (const id of open) document.getElementById(id)?.setAttribute("open", "")
}

setInterval(() => {
  const isBusy = document.hidden || document.activeElement.closest("main form, main button")
  if (!isBusy) refresh().catch(() => undefined)
}, 2000)
