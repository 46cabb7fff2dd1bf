import { $ } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call } from '../lib/http.js';
import { showStatus } from './status.js';
import { words } from './words.js';

/** Sets up the buttons that share a battle; act runs one call at a time. */
export function listenToShare(battle, act) {
  $('share').addEventListener('click', () =>
    act(async () => {
      const shared = await call('POST', battle.path('/share'));
      $('link-text').value = new URL(at(shared.url), location.href).href;
      $('link').hidden = false;
      $('link-text').select();
      showStatus(words.shared);
    }),
  );
  $('link-revoke').addEventListener('click', () =>
    act(async () => {
      await call('DELETE', battle.path('/share'));
      $('link').hidden = true;
      $('share').focus();
      showStatus(words.revoked);
    }),
  );
  $('link-copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText($('link-text').value);
      showStatus(words.copied);
    } catch {
      // The browser refused access to the clipboard; the link stays selected.
    }
  });
}
