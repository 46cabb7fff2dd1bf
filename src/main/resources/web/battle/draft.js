// What is typed outlives a reload, each battle its own and the next one to begin too.
const key = (battle) => 'dohyo-prompt' + (battle ? '-' + battle : '');

export function keep(battle, text) {
  try {
    if (text) sessionStorage.setItem(key(battle), text); else sessionStorage.removeItem(key(battle));
  } catch { /* without storage the box itself still keeps the text */ }
}

export function kept(battle) {
  try { return sessionStorage.getItem(key(battle)) ?? ''; } catch { return ''; }
}
