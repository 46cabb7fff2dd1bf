// A judge may judge its own answers, but nobody should choose that unawares.
for (const warning of document.querySelectorAll('[data-judges-itself]')) {
  const form = warning.closest('form');
  form.addEventListener('change', () => {
    const judged = [...form.querySelectorAll('input[name=models]:checked')].map((model) => model.value);
    warning.hidden = !judged.includes(form.elements.judge.value);
  });
}
