/** Does what a signal can abort, and shows the button that aborts it meanwhile. */
export async function cancellable(button, work) {
  if (!button) return work();
  const control = new AbortController();
  const cancel = () => control.abort();
  button.addEventListener('click', cancel);
  button.hidden = false;
  try {
    return await work(control.signal);
  } finally {
    button.hidden = true;
    button.removeEventListener('click', cancel);
  }
}
