// Takes the shopper back to the shop a moment after paying.
const link = document.querySelector("a[data-leave-after]")
if (link) setTimeout(() => location.assign(link.href), Number(link.dataset.leaveAfter))

// An impatient second click is not sent: its answer would take the place of the first one's.
let isSent = false
addEventListener("submit", (event) => {
  if (isSent) event.preventDefault()
  isSent = true
})
// The browser's back button may show this page as it was left.
addEventListener("pageshow", () => {
  isSent = false
})
