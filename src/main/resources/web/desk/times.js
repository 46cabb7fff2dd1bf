// Times in the zone and language of this browser.

/** The value of a datetime-local field. */
function localValue(time) {
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

for (const field of document.querySelectorAll('[data-time]')) {
  field.value = field.dataset.time ? localValue(field.dataset.time) : '';
}
for (const time of document.querySelectorAll('main time')) {
  time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang);
}
