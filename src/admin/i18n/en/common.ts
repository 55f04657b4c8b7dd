export const common = {
  copy: "Copy: {{what}}",
  copied: "Copied",
  copyFailed: "Your browser does not allow copying.",
  test: "Test",
  testHint: "Made in test mode: no money moves.",
  cancel: "Cancel",
  close: "Close",
  tryAgain: "Try again",
  loadFailed: "This could not be loaded.",
  guide: "Read more in the guide",
} as const
