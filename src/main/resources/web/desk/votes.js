import { $, element, onSubmit } from '../lib/dom.js';
import { openStream } from '../lib/events.js';
import { call, Refused, upload } from '../lib/http.js';
import { listRecords } from '../lib/report.js';

const form = $('votes-import');
const path = '/api/admin/votes/import';

/** The address of the import with what the form says about the file. */
function target({ format, source, skipInvalid }) {
  const query = new URLSearchParams();
  for (const { name, value } of [format, source]) if (value) query.set(name, value);
  if (skipInvalid.checked) query.set('skipInvalid', 'true');
  return `${path}?${query}`;
}

/** A record's number, and after it the field that is wrong, unless the reason begins with it, and the reason. */
function placed({ record, field, reason }) {
  if (!record) return { place: '', reason };
  const told = !field || reason.startsWith(field);
  const text = told ? form.dataset.reason : form.dataset.field.replace('$1', () => field);
  return {
    place: form.dataset.record.replace('$1', record),
    reason: text.replace(told ? '$1' : '$2', () => reason),
  };
}

function show(text, { records = [], count = records.length, failed = false, name = '' } = {}) {
  const outcome = form.querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.toggle('error', failed);
  const listed = records.length > 0 && name;
  form.querySelector('.reported').textContent = listed ? form.dataset.of.replace('$1', () => name) : '';
  listRecords(form.querySelector('.report'), records.map(placed), count, form.dataset.more, '');
}

function showSent(share) {
  form.querySelector('progress').value = share;
  if (share === 1) show(form.dataset.storing);
}

function showReport(name, { read, imported, duplicates, skipped, errors, conflicts }) {
  const { done, skipped: left, conflicts: contradicting } = form.dataset;
  const sentences = [done.replace('$1', read).replace('$2', imported).replace('$3', duplicates)];
  if (skipped) sentences.push(left.replace('$1', skipped));
  if (conflicts.length > 0) sentences.push(contradicting.replace('$1', conflicts.length));
  show(sentences.join(' '), { name, records: [...errors, ...conflicts], count: skipped + conflicts.length });
}

function showFailure(name, error) {
  const refused = error instanceof Refused;
  const records = refused ? (error.problem.errors ?? [{ reason: error.message }]) : [];
  show(refused ? form.dataset.refused : form.dataset.lost, { name, records, failed: true });
}

async function importFile() {
  const [sent] = form.elements.file.files;
  const button = form.querySelector('button');
  const bar = form.querySelector('progress').parentElement;
  button.disabled = true;
  bar.hidden = false;
  uploading = true;
  follow();
  show(form.dataset.uploading);
  try {
    showReport(sent.name, await upload(target(form.elements), sent, showSent));
  } catch (error) {
    showFailure(sent.name, error);
  } finally {
    uploading = false;
    button.disabled = false;
    bar.hidden = true;
  }
}

if (form) onSubmit(form, importFile);

const running = $('votes-imports');
const language = document.documentElement.lang;

/** A line of an import, or of what is on its way: it stays while its figure grows, so that its button keeps the focus. */
function lineOf(key, cancellable) {
  const present = [...running.children].find((line) => line.dataset.key === key);
  if (present) {
    if (!cancellable) present.querySelector('button')?.remove();
    return present;
  }
  const line = document.createElement('p');
  line.dataset.key = key;
  line.append(document.createElement('span'), ' ');
  if (cancellable) line.append(cancelOf(key));
  running.append(line);
  return line;
}

function cancelOf(id) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = running.dataset.cancel;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await call('POST', `/api/admin/votes/imports/${id}/cancel`);
    } catch {
      button.disabled = false;
    }
  });
  return button;
}

function showLine(key, sentence, counts, cancellable) {
  const line = lineOf(key, cancellable);
  line.firstChild.textContent = counts.reduce(
    (text, count, i) => text.replace(`$${i + 1}`, count.toLocaleString(language)),
    sentence,
  );
  return line;
}

/** Shows how much of an import is stored. */
function showShare(line, stored, votes) {
  const bar = line.querySelector('progress') ?? element('progress');
  bar.setAttribute('aria-label', running.dataset.share);
  if (!bar.parentElement) line.append(bar);
  bar.max = Math.max(1, votes);
  bar.value = stored;
}

function showImport({ id, state, read, votes, stored }) {
  const { reading, storing } = running.dataset;
  if (state === 'reading') showLine(id, reading, [read], true);
  else showShare(showLine(id, storing, [stored, votes], false), stored, votes);
  return id;
}

function showRunning({ waiting, imports }) {
  const shown = imports.filter(({ state }) => state === 'reading' || state === 'storing').map(showImport);
  if (waiting > 0) shown.push(showLine('waiting', running.dataset.waiting, [waiting], false).dataset.key);
  for (const line of [...running.children]) if (!shown.includes(line.dataset.key)) line.remove();
}

let stream = null;
let uploading = false;

/** Follows imports until none is under way; the server ends the stream then, and the browser would ask again for ever. */
function follow() {
  if (stream?.isOpen()) return;
  stream = openStream(running.dataset.events, {
    on: {
      progress(progress) {
        showRunning(progress);
        if (!uploading && running.childElementCount === 0) stream.close();
      },
    },
  });
}

if (running) follow();
