const TO_THE_MINUTE = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Shows the times of the page in the zone and language of this browser. */
export function showTimes() {
  for (const time of document.querySelectorAll('main time')) {
    time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, TO_THE_MINUTE);
  }
}
