// Drafts outlive a reload; each battle has its own, and so has the next one to begin.
const key = (battle) => `dohyo-prompt${battle ? `-${battle}` : ''}`;

export function keepDraft(battle, text) {
  try {
    if (text) sessionStorage.setItem(key(battle), text);
    else sessionStorage.removeItem(key(battle));
  } catch {
    // Without storage the box itself still keeps the text.
  }
}

export function draftOf(battle) {
  try {
    return sessionStorage.getItem(key(battle)) ?? '';
  } catch {
    return '';
  }
}
