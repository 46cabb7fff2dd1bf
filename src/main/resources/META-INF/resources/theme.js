// Runs before the first paint, so that the remembered theme never flashes the other one.
try {
  const theme = localStorage.getItem('dohyo-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be switched off; the system's theme holds then.
}
