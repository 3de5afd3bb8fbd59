// Runs before the first paint, so that a reader who chose dark sees no white flash. It is a file because the content security policy refuses inline scripts.
(function () {
  let chosen = null;
  try {
    chosen = globalThis.localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage is switched off: the system decides.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && globalThis.matchMedia('(prefers-color-scheme: dark)').matches);
  globalThis.document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
