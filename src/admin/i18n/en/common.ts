export const common = {
  copy: "Copy: {{what}}",
  copied: "Copied",
  copyFailed: "The browser does not allow copying.",
  demo: "Demo",
  demoHint: "A demo payment: no money moves.",
  cancel: "Cancel",
  close: "Close",
  tryAgain: "Try again",
  loadFailed: "This could not be loaded.",
} as const
