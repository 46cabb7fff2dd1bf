// Runs before the first paint, so that the remembered theme never flashes the other one.
(function () {
  try {
    var theme = localStorage.getItem('dohyo-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (e) { /* storage can be switched off; the system's theme holds then */ }
})();
