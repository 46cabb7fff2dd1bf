const theme = document.getElementById('theme');
theme.hidden = false;
theme.addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('dohyo-theme', root.dataset.theme);
  } catch { /* the choice then holds for this page only */ }
});

// The address may have changed since the page was made: a battle puts its id there.
const back = document.getElementById('language-back');
back.form.addEventListener('submit', () => { back.value = location.pathname + location.search; });
