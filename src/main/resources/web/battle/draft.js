// Drafts survive a reload. Each battle has its own, as has the next new battle.
const key = (battle) => `dohyo-prompt${battle ? `-${battle}` : ''}`;

export function keepDraft(battle, text) {
  try {
    if (text) sessionStorage.setItem(key(battle), text);
    else sessionStorage.removeItem(key(battle));
  } catch {
    // Without storage the text stays in the box, but is lost on reload.
  }
}

export function draftOf(battle) {
  try {
    return sessionStorage.getItem(key(battle)) ?? '';
  } catch {
    return '';
  }
}
