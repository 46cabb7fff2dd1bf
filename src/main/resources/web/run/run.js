// Shows how far a run is while it runs, and sends files of questions.
const place = document.getElementById('progress');
const language = document.documentElement.lang;
let events;

function show(progress) {
    if (progress.state !== place.dataset.state) {
        // Scores, buttons and times change with the state: the server knows them.
        location.reload();
        return;
    }
    for (const figure of place.querySelectorAll('[data-figure]')) {
        figure.textContent = progress[figure.dataset.figure].toLocaleString(language);
    }
    for (const time of place.querySelectorAll('[data-time-of]')) {
        const value = progress[time.dataset.timeOf];
        time.textContent = value ? new Date(value).toLocaleString(language) : '–';
        if (time.dataset.timeOf === 'waitsUntil') {
            time.parentElement.hidden = !value;
        }
    }
    document.getElementById('bar').value = progress.percent;
}

/** One connection per tab that is seen. */
function listen() {
    events?.close();
    events = undefined;
    if (document.visibilityState === 'visible') {
        events = new EventSource(place.dataset.events);
        events.addEventListener('progress', event => show(JSON.parse(event.data)));
    }
}

async function load(form, outcome) {
    const { benchmark, version, subject, file } = form.elements;
    const query = new URLSearchParams({ benchmark: benchmark.value, version: version.value });
    if (subject.value) {
        query.set('subject', subject.value);
    }
    const answer = await fetch(`/api/admin/benchmarks/questions?${query}`,
        { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file.files[0] });
    if (answer.ok) {
        location.reload();
        return form.dataset.loaded;
    }
    const problem = await answer.json().catch(() => ({}));
    outcome.classList.add('error');
    return problem.detail ?? `${answer.status}`;
}

if (place) {
    document.addEventListener('visibilitychange', listen);
    listen();
}
const form = document.getElementById('load');
form?.addEventListener('submit', async event => {
    event.preventDefault();
    const outcome = form.querySelector('.outcome');
    outcome.classList.remove('error');
    outcome.textContent = await load(form, outcome).catch(error => error.message);
});
