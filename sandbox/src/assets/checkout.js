// Takes the shopper back to the shop a moment after paying.
const link = document.querySelector("a[data-leave-after]")
if (link) setTimeout(() => location.assign(link.href), Number(link.dataset.leaveAfter))
